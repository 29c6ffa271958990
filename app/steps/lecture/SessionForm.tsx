import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { wallClock } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { ButtonLink, CheckboxGroup, DateTimeField, FieldGrid, type FormFailure, FormErrors, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import { lecturesPath } from "./paths";

export interface SessionFormProps {
  cohort: { id: string; timeZone: string };
  /** What can be covered. */
  chapters: readonly { slug: string; number: number; title: Bilingual }[];
  /** The session to change; without it a new one is planned. */
  session?: { title: string; place: string | null; link: string | null; startsAt: Date; endsAt: Date; chapterSlugs: string[] };
  failure: FormFailure | null | undefined;
  /** How many people will be written to. */
  learners: number;
  locale: Locale;
}

const USUAL_MINUTES = 180;

/** Plans a class or changes it. */
export function SessionForm({ cohort, chapters, session, failure, learners, locale }: SessionFormProps) {
  const { t } = useTranslation("lecture");
  const labels = { title: t("form.title"), chapters: t("form.chapters"), starts: t("form.starts"), minutes: t("form.minutes"), place: t("form.place"), link: t("form.link") };
  const minutes = session ? Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000) : USUAL_MINUTES;
  return (
    <Form method="post" className="grid gap-5">
      <FormFailureProvider failure={failure}>
        <FormErrors labels={labels} />
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
        <p className="text-sm text-ink-soft">{t(session ? "form.changeMail" : "form.planMail", { count: learners })}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(session ? "form.change" : "form.plan")}</SubmitButton>
          <ButtonLink to={lecturesPath(cohort.id)} variant="quiet">
            {t("form.back")}
          </ButtonLink>
        </div>
      </FormFailureProvider>
    </Form>
  );
}
