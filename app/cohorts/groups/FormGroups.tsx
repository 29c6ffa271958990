import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CheckboxGroup, type FormFailure, FormFailureProvider, RadioGroup, SubmitButton } from "~/ui";
import { FORMING_RULES, type FormingRule } from "./form-groups";
import { FEWEST_MEMBERS, MOST_MEMBERS, USUAL_MEMBERS } from "./group";

const SIZES = Array.from({ length: MOST_MEMBERS - FEWEST_MEMBERS + 1 }, (_, at) => FEWEST_MEMBERS + at);

/** Asks for groups drawn at random; the answer shows them before anything is written. */
export function FormGroups({ unplaced, wish, failure }: { unplaced: number; wish: { size: number; rules: readonly FormingRule[] } | null; failure: FormFailure | null }) {
  const { t } = useTranslation("groups");
  return (
    <Card title={t("form.title")} id="form">
      <p className="mb-4 text-sm text-ink-soft">{t("form.lead", { count: unplaced })}</p>
      <FormFailureProvider failure={failure}>
        <Form method="post" replace className="grid gap-4">
          <RadioGroup label={t("form.size")} name="size" required layout="row" defaultValue={String(wish?.size ?? USUAL_MEMBERS)} options={SIZES.map((size) => ({ value: String(size), label: t("people", { count: size }) }))} />
          <CheckboxGroup label={t("form.rules")} hint={t("form.rulesHint")} name="rules" defaultValues={wish?.rules ?? FORMING_RULES} options={FORMING_RULES.map((rule) => ({ value: rule, label: t(`rule.${rule}`) }))} />
          <div>
            <SubmitButton name="intent" value="plan-forming" variant={wish ? "secondary" : "primary"}>
              {t(wish ? "form.again" : "form.draw")}
            </SubmitButton>
          </div>
        </Form>
      </FormFailureProvider>
    </Card>
  );
}
