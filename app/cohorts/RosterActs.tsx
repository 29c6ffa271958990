import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure, ConfirmButton, type FormFailure, FormFailureProvider, SubmitButton, TextField } from "~/ui";

export interface RosterActsProps {
  row: { enrolmentId: string; extraTimePercent: number; stepsDone: number };
  name: string;
  failure: FormFailure | null;
}

/** What can be changed about one learner of a cohort: extra time, and leaving. */
export function RosterActs({ row, name, failure }: RosterActsProps) {
  const { t } = useTranslation("cohorts");
  return (
    <Disclosure open={failure !== null} className="text-start sm:-my-2" name={t("roster.changeOf", { name })} summary={t("roster.change")} summaryClass="sm:min-h-9">
      <FormFailureProvider failure={failure}>
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3 py-2">
          <input type="hidden" name="enrolment" value={row.enrolmentId} />
          <TextField label={t("roster.extraTime")} name="percent" type="number" min={0} max={200} defaultValue={String(row.extraTimePercent)} required suffix="%" className="w-32" />
          <SubmitButton name="intent" value="extra-time" variant="secondary">
            {t("roster.setExtraTime")}
          </SubmitButton>
        </Form>
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3 border-t border-line py-2">
          <input type="hidden" name="enrolment" value={row.enrolmentId} />
          <TextField label={t("roster.reason")} name="reason" minLength={2} maxLength={300} required className="min-w-44 flex-1" />
          <ConfirmButton name="intent" value="end" title={t("roster.endTitle", { name })} consequence={t("roster.endText", { count: row.stepsDone })} confirmLabel={t("roster.end")}>
            {t("roster.end")}
          </ConfirmButton>
        </Form>
      </FormFailureProvider>
    </Disclosure>
  );
}
