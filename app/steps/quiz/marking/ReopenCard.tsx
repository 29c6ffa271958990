import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, FieldGrid, type FormFailure, FormErrors, FormFailureProvider, Select, SubmitButton, TextField } from "~/ui";

/** Further attempts for a learner who has used up theirs; posts `intent=reopen`, `attempts`, `reason` to the page it stands on. */
export function ReopenCard({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslation("marking");
  return (
    <Card title={t("reopen.title")}>
      <p className="mb-4 text-ink-soft">{t("reopen.text")}</p>
      <FormFailureProvider failure={failure}>
        <FormErrors />
        <Form method="post">
          <FieldGrid>
            <Select label={t("reopen.attempts")} name="attempts" defaultValue="1" options={["1", "2", "3"].map((value) => ({ value, label: value }))} />
            <TextField label={t("reopen.reason")} hint={t("reopen.reasonHint")} name="reason" required minLength={3} maxLength={500} />
          </FieldGrid>
          <SubmitButton name="intent" value="reopen">
            {t("reopen.do")}
          </SubmitButton>
        </Form>
      </FormFailureProvider>
    </Card>
  );
}
