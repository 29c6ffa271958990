import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure, FormErrors, type FormFailure, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import type { SheetQuestion } from "../attempt-sheet.view.server";

/** Another score than the rule's, with a reason; posts `intent=overrule`, `position`, `seen`, `points`, `reason` to the page it stands on. */
export function OverruleForm({ item, failure }: { item: SheetQuestion; failure: FormFailure | null }) {
  const { t } = useTranslation("marking");
  return (
    <Disclosure open={failure !== null} summary={t("overrule.title")}>
      <p className="mb-3 text-sm text-ink-soft">{t("overrule.text")}</p>
      <FormFailureProvider failure={failure}>
        <FormErrors labels={{ points: t("overrule.points"), reason: t("overrule.reason") }} />
        <Form method="post" className="flex flex-wrap items-start gap-3">
          <input type="hidden" name="position" value={item.position} />
          <input type="hidden" name="seen" value={item.markId ?? ""} />
          <TextField label={t("overrule.points")} name="points" type="number" inputMode="decimal" required min={0} max={item.max} step={0.25} defaultValue={String(item.points)} suffix={`/ ${item.max}`} className="w-32" />
          <TextField label={t("overrule.reason")} hint={t("overrule.reasonHint")} name="reason" required minLength={3} maxLength={500} className="min-w-56 flex-1" />
          <SubmitButton name="intent" value="overrule" className="self-center">
            {t("overrule.do")}
          </SubmitButton>
        </Form>
      </FormFailureProvider>
    </Disclosure>
  );
}
