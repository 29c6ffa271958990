import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Callout, Card, CheckboxGroup, EmptyState, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, Select, SubmitButton, TextArea, TextField } from "~/ui";
import type { ShownAssignment } from "./assignment";
import { HomeworkHead, type HomeworkPlace } from "./HomeworkHead";
import { RehearsalList } from "./RehearsalList";
import type { RehearsalsPage } from "./rehearsals.view.server";

export interface RehearsalsScreenProps {
  page: RehearsalsPage;
  assignment: ShownAssignment | null;
  place: HomeworkPlace;
  /** Today, YYYY-MM-DD in the cohort's zone. */
  today: string;
  /** The step can be worked on. */
  open: boolean;
  locale: Locale;
  failure?: FormFailure | null;
}

/** The rehearsal log: what was practised, how it went, what comes next; and the form for the next entry. */
export function RehearsalsScreen({ page, assignment, place, today, open, locale, failure = null }: RehearsalsScreenProps) {
  const { t } = useTranslation("homework");
  const mates = (page.group?.members ?? []).filter(({ enrolmentId }) => enrolmentId !== place.enrolmentId);
  const labels = { heldOn: t("rehearsal.day"), minutes: t("rehearsal.minutes"), part: t("rehearsal.part"), people: t("rehearsal.people"), went: t("rehearsal.went"), focus: t("rehearsal.focus") };
  return (
    <div className="mx-auto max-w-3xl">
      <HomeworkHead place={place} heading={t("rehearsal.title")} locale={locale} />
      <div className="grid gap-6">
        {assignment && (
          <Callout kind="try" title={t("rehearsal.least", { count: assignment.rehearsal.least, own: page.own })}>
            <p>{assignment.rehearsal.guide}</p>
          </Callout>
        )}
        <p className="text-ink-soft">{page.group ? t("rehearsal.group", { name: page.group.name, people: page.group.members.map(({ name }) => name).join(t("comma")) }) : t("rehearsal.noGroup")}</p>
        {open && assignment && (
          <Card title={t("rehearsal.add")}>
            <Form method="post" className="grid gap-4" key={page.lines.length}>
              <FormFailureProvider failure={failure}>
                <FormErrors labels={labels} />
                <FieldGrid columns={3}>
                  <TextField label={t("rehearsal.day")} name="heldOn" type="date" max={today} defaultValue={today} required />
                  <TextField label={t("rehearsal.minutes")} name="minutes" type="text" inputMode="numeric" pattern="[0-9]{1,3}" suffix={t("rehearsal.minuteUnit")} required />
                  <Select label={t("rehearsal.part")} name="part" options={assignment.rehearsal.parts.map(({ id, title }) => ({ value: id, label: title }))} required />
                </FieldGrid>
                {mates.length > 0 && <CheckboxGroup label={t("rehearsal.people")} name="people" options={mates.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name }))} />}
                <TextArea label={t("rehearsal.went")} hint={t("rehearsal.wentHint")} name="went" rows={3} maxLength={1000} required />
                <TextField label={t("rehearsal.focus")} hint={t("rehearsal.focusHint")} name="focus" maxLength={500} required />
                <span>
                  <SubmitButton name="intent" value="log">
                    {t("rehearsal.save")}
                  </SubmitButton>
                </span>
              </FormFailureProvider>
            </Form>
          </Card>
        )}
        {page.lines.length === 0 ? <EmptyState title={t("rehearsal.none")}>{t("rehearsal.noneText")}</EmptyState> : <RehearsalList lines={page.lines} parts={assignment?.rehearsal.parts ?? []} locale={locale} />}
      </div>
    </div>
  );
}
