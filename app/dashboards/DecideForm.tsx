import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure, Select, SubmitButton, TextArea, TextField } from "~/ui";
import type { DecidedGap } from "./decide-gap.server";

/** Who closes the gap, how, by when; when something is decided already: what became of it. */
export function DecideForm({ decision, owners }: { decision: DecidedGap | null; owners: readonly { value: string; label: string }[] }) {
  const { t } = useTranslation("dashboards");
  const open = decision?.state === "open" ? decision : null;
  return (
    <>
      <Form method="post" className="grid gap-4">
        <Select label={t("gap.owner")} name="owner" required placeholder={t("gap.chooseOwner")} defaultValue={open?.owner?.id ?? ""} options={owners} />
        <TextField label={t("gap.nextAction")} hint={t("gap.nextActionHint")} name="nextAction" required maxLength={300} defaultValue={open?.nextAction ?? ""} />
        <TextField type="date" label={t("gap.dueOn")} name="dueOn" required defaultValue={open?.dueOn ?? ""} className="w-52" />
        <TextArea label={t("gap.remark")} name="remark" maxLength={600} rows={2} required={false} />
        <p>
          <SubmitButton name="intent" value="open">
            {open ? t("gap.saveChange") : t("gap.save")}
          </SubmitButton>
        </p>
      </Form>
      {open && (
        <Disclosure summary={t("gap.end")} className="mt-4 border-t border-line pt-2">
          <Form method="post" className="mt-2 grid gap-4">
            <TextArea label={t("gap.endRemark")} hint={t("gap.endHint")} name="remark" maxLength={600} rows={2} required={false} id="end-remark" />
            <p className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="done" variant="secondary">
                {t("gap.done")}
              </SubmitButton>
              <SubmitButton name="intent" value="dropped" variant="danger">
                {t("gap.drop")}
              </SubmitButton>
            </p>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
