import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type CoveredChapter, personName } from "~/cohorts";
import { formatDate, wallClock } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { ButtonLink, CheckboxGroup, DateTimeField, Disclosure, type FormFailure, FormErrors, FormFailureProvider, SubmitButton, TextArea, TextField } from "~/ui";
import type { DefenseDay, Period, Place } from "./day";
import { clockTimes } from "./hours";
import { defenseDaysPath } from "./paths";

export const MOST_PLACES = 5;
export const MOST_BREAKS = 2;

interface PersonLine {
  name: string;
  nameLatin: string | null;
}

export interface DayFormProps {
  cohort: { id: string; timeZone: string };
  chapters: readonly CoveredChapter[];
  /** Ticked at first. */
  wanted: readonly string[];
  usual: { panelSize: number; presentation: number; questions: number; deliberation: number };
  /** The draft to change; without it a new day is planned. */
  draft?: { day: DefenseDay; places: readonly Place[]; breaks: readonly Period[]; slots: number };
  /** Who can be asked and examined; only for a new day. */
  people?: { examiners: readonly (PersonLine & { personId: string; title: string | null })[]; learners: readonly (PersonLine & { enrolmentId: string; chapters: number[]; slotAt: Date | null })[] };
  failure: FormFailure | null | undefined;
  locale: Locale;
}

/** Plans a defense day or changes a draft: everything that the scheduler needs to know. */
export function DayForm({ cohort, chapters, wanted, usual, draft, people, failure, locale }: DayFormProps) {
  const { t } = useTranslation("defense-days");
  const day = draft?.day;
  const number = (name: string, label: string, value: number, least: number, most: number, unit: string, hint?: string) => (
    <TextField label={label} name={name} type="number" inputMode="numeric" min={least} max={most} required defaultValue={value} suffix={unit} hint={hint} inputClassName="max-w-28" />
  );
  const shownPlaces = Math.min(MOST_PLACES, Math.max(1, draft?.places.length ?? 0));
  const places = Array.from({ length: MOST_PLACES }, (_, at) => (
    <div key={at} className="grid gap-3 sm:grid-cols-2">
      <TextField label={t("form.placeName", { number: at + 1 })} name={`place${at}`} maxLength={120} required={at === 0} defaultValue={draft?.places[at]?.name ?? ""} />
      <TextField label={t("form.placeLink", { number: at + 1 })} name={`link${at}`} type="url" maxLength={500} defaultValue={draft?.places[at]?.link ?? ""} />
    </div>
  ));
  return (
    <Form method="post" className="grid gap-6">
      <FormFailureProvider failure={failure}>
        <FormErrors labels={{ title: t("form.title"), chapters: t("form.chapters"), starts: t("form.starts"), ends: t("form.ends") }} />
        <TextField label={t("form.title")} name="title" maxLength={120} required defaultValue={day?.title} />
        <CheckboxGroup label={t("form.chapters")} hint={t("form.chaptersHint")} name="chapters" required defaultValues={day?.chapters ?? wanted} options={chapters.map(({ slug, number: at, title }) => ({ value: slug, label: t("chapter", { number: at, title: pick(title, locale) }) }))} />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateTimeField label={t("form.starts")} name="starts" timeZone={cohort.timeZone} required defaultValue={day && wallClock(day.startsAt, cohort.timeZone).slice(0, 16)} />
          <TextField label={t("form.ends")} name="ends" type="time" required hint={t("form.endsHint")} defaultValue={day ? clockTimes(day, cohort.timeZone).to : ""} inputClassName="sm:max-w-40" />
        </div>
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-semibold">{t("form.breaks")}</legend>
          <p className="text-sm text-ink-soft">{t("form.breaksHint")}</p>
          {Array.from({ length: MOST_BREAKS }, (_, at) => {
            const pause = draft?.breaks[at];
            const clock = pause ? clockTimes(pause, cohort.timeZone) : { from: "", to: "" };
            return (
              <div key={at} className="grid max-w-md grid-cols-2 gap-3">
                <TextField label={t("form.breakFrom", { number: at + 1 })} name={`breakFrom${at}`} type="time" defaultValue={clock.from} />
                <TextField label={t("form.breakTo")} name={`breakTo${at}`} type="time" defaultValue={clock.to} />
              </div>
            );
          })}
        </fieldset>
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-semibold">{t("form.places")}</legend>
          <p className="text-sm text-ink-soft">{t("form.placesHint")}</p>
          {places.slice(0, shownPlaces)}
          <Disclosure summary={t("form.morePlaces")} open={failure?.fieldErrors !== undefined}>
            <div className="grid gap-3">{places.slice(shownPlaces)}</div>
          </Disclosure>
        </fieldset>
        <fieldset>
          <legend className="mb-2 font-semibold">{t("form.timing")}</legend>
          <div className="grid gap-4 sm:grid-cols-3">
            {number("presentation", t("form.presentation"), day?.presentationMinutes ?? usual.presentation, 1, 60, t("form.unit"))}
            {number("questions", t("form.questions"), day?.questionMinutes ?? usual.questions, 1, 60, t("form.unit"))}
            {number("deliberation", t("form.deliberation"), day?.deliberationMinutes ?? usual.deliberation, 0, 60, t("form.unit"))}
            {number("changeover", t("form.changeover"), day?.changeoverMinutes ?? roundChangeover(usual), 0, 60, t("form.unit"))}
            {number("panelSize", t("form.panelSize"), day?.panelSize ?? usual.panelSize, 2, 9, t("form.people"), t("form.panelSizeHint", { count: usual.panelSize }))}
            {number("longestRun", t("form.longestRun"), day?.longestRun ?? 4, 1, 20, t("form.runs"), t("form.longestRunHint"))}
          </div>
        </fieldset>
        <TextArea label={t("form.bring")} name="bring" rows={2} maxLength={1000} hint={t("form.bringHint")} defaultValue={day?.bring ?? ""} />
        {people && <People people={people} timeZone={cohort.timeZone} locale={locale} />}
        {draft && draft.slots > 0 && <p className="text-sm text-ink-soft">{t("form.changeDrops", { count: draft.slots })}</p>}
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(draft ? "form.change" : "form.plan")}</SubmitButton>
          <ButtonLink to={defenseDaysPath(cohort.id)} variant="quiet">
            {t("form.back")}
          </ButtonLink>
        </div>
      </FormFailureProvider>
    </Form>
  );
}

/** At least five minutes, and so many that defenses begin at round times. */
function roundChangeover({ presentation, questions, deliberation }: DayFormProps["usual"]): number {
  const slot = presentation + questions + deliberation;
  return Math.ceil((slot + 5) / 5) * 5 - slot;
}

function People({ people, timeZone, locale }: { people: NonNullable<DayFormProps["people"]>; timeZone: string; locale: Locale }) {
  const { t } = useTranslation("defense-days");
  const { examiners, learners } = people;
  const chaptersOf = (numbers: readonly number[]): string => numbers.map((number) => t("chapterNumber", { number })).join(t("and"));
  const hintOf = ({ chapters, slotAt }: (typeof learners)[number]): string =>
    slotAt ? t("form.learnerPlanned", { when: formatDate(slotAt, { locale, timeZone, style: "short-date-time" }) }) : t("form.learnerHint", { chapters: chaptersOf(chapters) });
  return (
    <>
      {examiners.length === 0 ? (
        <p>{t("form.noExaminers")}</p>
      ) : (
        <CheckboxGroup label={t("form.examiners")} hint={t("form.examinersHint")} name="examiners" defaultValues={examiners.map(({ personId }) => personId)} options={examiners.map((person) => ({ value: person.personId, label: personName(person, locale), ...(person.title ? { hint: person.title } : {}) }))} />
      )}
      {learners.length === 0 ? (
        <p>{t("form.noLearners")}</p>
      ) : (
        <CheckboxGroup label={t("form.learners")} hint={t("form.learnersHint")} name="learners" defaultValues={learners.filter(({ slotAt }) => slotAt === null).map(({ enrolmentId }) => enrolmentId)} options={learners.map((person) => ({ value: person.enrolmentId, label: personName(person, locale), hint: hintOf(person) }))} />
      )}
    </>
  );
}
