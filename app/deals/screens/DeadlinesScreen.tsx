import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, FieldGrid, Flash, FormErrors, type FormFailure, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";
import type { BonusRule } from "../receivables/bonus.server";
import { OPEN_STAGES } from "../stage";
import type { StageLimits } from "../stage-limits.server";

export interface DeadlinesScreenProps {
  limits: StageLimits;
  rule: BonusRule | null;
  today: string;
  answer: { form: "limits" | "bonus"; failure: FormFailure | null } | null;
}

/** The company's deadlines by stage, and on what the bonus is. */
export function DeadlinesScreen({ limits, rule, today, answer }: DeadlinesScreenProps) {
  const { t } = useTranslation("deals");
  const failureOf = (form: "limits" | "bonus") => (answer?.form === form ? answer.failure : null);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("deadlines.title")} lead={t("deadlines.lead")} />
      <Flash messages={answer && answer.failure === null ? [{ id: answer.form, tone: "ok", text: t(`deadlines.done.${answer.form}`) }] : []} />
      <div className="grid gap-6">
        <Card title={t("deadlines.stages")}>
          <Form method="post" className="grid gap-4">
            <FormFailureProvider failure={failureOf("limits")}>
              <FormErrors labels={Object.fromEntries(OPEN_STAGES.map((stage) => [stage, t(`stage.${stage}`)]))} />
              <FieldGrid columns={3}>
                {OPEN_STAGES.map((stage) => (
                  <TextField key={stage} type="number" label={t(`stage.${stage}`)} name={stage} min={1} max={730} defaultValue={limits[stage]} suffix={t("deadlines.days")} required />
                ))}
              </FieldGrid>
              <div>
                <SubmitButton name="intent" value="limits">
                  {t("save")}
                </SubmitButton>
              </div>
            </FormFailureProvider>
          </Form>
        </Card>
        <Card title={t("deadlines.bonus")}>
          <Form method="post" className="grid gap-4">
            <FormFailureProvider failure={failureOf("bonus")}>
              <FormErrors labels={{ ratePercent: t("deadlines.rate") }} />
              <p className="text-ink-soft">{t("deadlines.bonusText")}</p>
              <FieldGrid columns={3}>
                <Select label={t("deadlines.base")} name="base" defaultValue={rule?.base ?? "profit"} options={(["profit", "revenue"] as const).map((value) => ({ value, label: t(`bonus.base.${value}`) }))} required />
                <TextField label={t("deadlines.rate")} name="ratePercent" inputMode="decimal" defaultValue={rule?.ratePercent.replace(/\.?0+$/, "") ?? ""} suffix="%" required />
                <TextField type="date" label={t("deadlines.validFrom")} name="validFrom" defaultValue={today} required />
              </FieldGrid>
              <div>
                <SubmitButton name="intent" value="bonus">
                  {t("save")}
                </SubmitButton>
              </div>
            </FormFailureProvider>
          </Form>
        </Card>
      </div>
    </div>
  );
}
