import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormFailure, FormErrors, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import { CUSTOMER_CHARACTERS } from "./group-sheet";

/** Begins the group's sheet: names the customer that it is about. */
export function BeginSheetForm({ tool, failure }: { tool: string; failure: FormFailure | null }) {
  const { t } = useTranslation("group-work");
  return (
    <FormFailureProvider failure={failure}>
      <Form method="post" className="grid gap-4">
        <FormErrors labels={{ customer: t("begin.customer") }} />
        <input type="hidden" name="tool" value={tool} />
        <TextField label={t("begin.customer")} hint={t("begin.hint")} name="customer" required maxLength={CUSTOMER_CHARACTERS} className="max-w-md" />
        <div>
          <SubmitButton name="intent" value="begin">
            {t("begin.submit")}
          </SubmitButton>
        </div>
      </Form>
    </FormFailureProvider>
  );
}
