import { useTranslation } from "react-i18next";
import { wallClock } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { CheckboxGroup, DateTimeField, FieldGrid, TextField } from "~/ui";

/** A chapter that a session can cover. */
export interface CoveredChapter {
  slug: string;
  number: number;
  title: Bilingual;
}

/** A session as its form shows it. */
export interface PlannedSession {
  title: string;
  place: string | null;
  link: string | null;
  startsAt: Date;
  endsAt: Date;
  chapterSlugs: string[];
}

const USUAL_MINUTES = 180;

/** The texts that a session's form needs of its room: the same keys in the namespace of each. */
export function useSessionLabels(ns: "lecture" | "role-play"): Record<"title" | "chapters" | "starts" | "minutes" | "place" | "link", string> {
  const { t } = useTranslation(ns);
  return { title: t("form.title"), chapters: t("form.chapters"), starts: t("form.starts"), minutes: t("form.minutes"), place: t("form.place"), link: t("form.link") };
}

/** Title, chapters, time and place of a session, for the forms of classes and of role-plays. */
export function SessionFields({ ns, cohort, chapters, session, locale }: { ns: "lecture" | "role-play"; cohort: { timeZone: string }; chapters: readonly CoveredChapter[]; session?: PlannedSession | undefined; locale: Locale }) {
  const { t } = useTranslation(ns);
  const labels = useSessionLabels(ns);
  const minutes = session ? Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000) : USUAL_MINUTES;
  return (
    <>
      <TextField label={labels.title} name="title" maxLength={120} required defaultValue={session?.title} />
      <CheckboxGroup
        label={labels.chapters}
        name="chapters"
        required
        hint={t("form.chaptersHint")}
        defaultValues={session?.chapterSlugs ?? (chapters.length === 1 ? chapters.map((chapter) => chapter.slug) : [])}
        options={chapters.map(({ slug, number, title }) => ({ value: slug, label: t("chapter", { number, title: pick(title, locale) }) }))}
      />
      <FieldGrid>
        <DateTimeField label={labels.starts} name="starts" timeZone={cohort.timeZone} required defaultValue={session && wallClock(session.startsAt, cohort.timeZone).slice(0, 16)} />
        <TextField label={labels.minutes} name="minutes" type="number" inputMode="numeric" min={15} max={960} required defaultValue={minutes} suffix={t("form.minutesUnit")} hint={t("form.minutesHint")} inputClassName="sm:max-w-40" />
      </FieldGrid>
      <FieldGrid>
        <TextField label={labels.place} name="place" maxLength={200} defaultValue={session?.place ?? ""} hint={t("form.placeHint")} />
        <TextField label={labels.link} name="link" type="url" maxLength={500} defaultValue={session?.link ?? ""} hint={t("form.linkHint")} />
      </FieldGrid>
    </>
  );
}
