import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Button, Card, FieldGrid, type FormFailure, FormErrors, FormFailureProvider, PageHeader, Select, SubmitButton, TextArea, TextField, useHydrated } from "~/ui";
import { MOST_LINES, OBSERVED_LEVELS, OBSERVED_SKILLS } from "../coaching";
import { COACHING_LOG_PATH } from "../paths";
import { dayAfter } from "../plan";

export interface NewNoteScreenProps {
  people: { id: string; name: string; nameLatin: string | null }[];
  deals: { id: string; title: string; accountName: string; ownerId: string }[];
  personId: string | null;
  nonce: string;
  today: string;
  locale: Locale;
  failure: FormFailure | null;
}

/** Rows of a page without scripts: what one visit usually shows. */
const ROWS = 3;

/** A manager's observation of a joint visit, after the coaching observation sheet. */
export function NewNoteScreen({ people, deals, personId, nonce, today, locale, failure }: NewNoteScreenProps) {
  const { t } = useTranslation("field");
  const hydrated = useHydrated();
  const [rows, setRows] = useState(ROWS);
  const shown = Math.max(rows, returnedRows(failure));
  const levels = OBSERVED_LEVELS.map((level) => ({ value: String(level), label: `${t(`observed.${level}.name`)} · ${t(`observed.${level}.text`)}` }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("newNote.title")} lead={t("newNote.lead")} crumbs={[{ to: COACHING_LOG_PATH, label: t("coach.tabLog") }]} />
      <FormFailureProvider failure={failure}>
        <Form method="post" className="grid gap-6">
          <FormErrors />
          <input type="hidden" name="opId" value={nonce} />
          <Card title={t("newNote.visit")}>
            <div className="grid gap-4">
              <FieldGrid>
                <Select label={t("newNote.person")} name="person" required defaultValue={personId ?? ""} options={[{ value: "", label: t("newNote.choose") }, ...people.map((person) => ({ value: person.id, label: personName(person, locale) }))]} />
                <Select label={t("newNote.deal")} name="deal" placeholder={t("newNote.noDeal")} options={deals.map((deal) => ({ value: deal.id, label: `${deal.accountName} · ${deal.title}` }))} />
                <TextField label={t("newNote.observedOn")} name="observedOn" type="date" required max={today} defaultValue={today} />
                <TextField label={t("newNote.occasion")} name="occasion" required maxLength={160} hint={t("newNote.occasionHint")} />
              </FieldGrid>
            </div>
          </Card>
          <Card title={t("newNote.seen")}>
            <p className="mb-3 text-sm text-ink-soft">{t("newNote.seenHint")}</p>
            <div className="grid gap-6">
              {Array.from({ length: shown }, (_, at) => (
                <fieldset key={at} className="grid gap-3 border-s-2 border-line-strong ps-4">
                  <legend className="text-sm font-semibold">{t("newNote.row", { number: at + 1 })}</legend>
                  <TextArea label={t("newNote.behaviour")} name={`lines[${at}].behaviour`} rows={2} required={at === 0} maxLength={300} />
                  <TextArea label={t("newNote.reaction")} name={`lines[${at}].reaction`} rows={2} required={at === 0} maxLength={300} />
                  <FieldGrid>
                    <Select label={t("newNote.skill")} name={`lines[${at}].competency`} options={OBSERVED_SKILLS.map((skill) => ({ value: skill, label: t(`skill.${skill}`) }))} />
                    <Select label={t("newNote.level")} name={`lines[${at}].level`} options={levels} defaultValue="1" />
                  </FieldGrid>
                </fieldset>
              ))}
              {hydrated && shown < MOST_LINES && (
                <span>
                  <Button type="button" variant="quiet" size="sm" onClick={() => setRows(shown + 1)}>
                    {t("newNote.addRow")}
                  </Button>
                </span>
              )}
            </div>
          </Card>
          <Card title={t("newNote.talk")}>
            <div className="grid gap-4">
              <TextArea label={t("newNote.ownView")} name="ownView" rows={3} required maxLength={400} hint={t("newNote.ownViewHint")} />
              <TextArea label={t("newNote.agreed")} name="agreed" rows={2} required maxLength={300} hint={t("newNote.agreedHint")} />
              <TextField label={t("newNote.followUpOn")} name="followUpOn" type="date" required min={dayAfter(today, 1)} defaultValue={dayAfter(today, 14)} className="w-44" />
            </div>
          </Card>
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton size="lg">{t("newNote.submit")}</SubmitButton>
            <p className="text-sm text-ink-soft">{t("newNote.sees")}</p>
          </div>
        </Form>
      </FormFailureProvider>
    </div>
  );
}

/** As many rows as came back with something in them. */
function returnedRows(failure: FormFailure | null): number {
  return Array.from({ length: MOST_LINES }, (_, at) => at + 1).filter((number) => [failure?.values[`lines[${number - 1}].behaviour`] ?? ""].flat().some((text) => text.trim() !== "")).at(-1) ?? 0;
}
