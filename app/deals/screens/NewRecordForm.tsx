import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Card, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, PageHeader, SubmitButton } from "~/ui";

interface Props {
  title: string;
  lead: string;
  /** The list that it will stand in, and where one goes who would rather not. */
  back: { to: string; label: string };
  /** Of the fields, by name: errors say which they mean. */
  labels: Record<string, string>;
  submit: string;
  failure: FormFailure | null;
  /** The fields. */
  children: ReactNode;
}

/** The page on which a deal or an invoice is written down. */
export function NewRecordForm({ title, lead, back, labels, submit, failure, children }: Props) {
  const { t } = useTranslation("deals");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={title} lead={lead} crumbs={[back]} />
      <Form method="post">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <Card>
            <FieldGrid>{children}</FieldGrid>
          </Card>
          <div className="mt-6 flex flex-wrap gap-3">
            <SubmitButton>{submit}</SubmitButton>
            <ButtonLink to={back.to} variant="quiet">
              {t("cancel")}
            </ButtonLink>
          </div>
        </FormFailureProvider>
      </Form>
    </div>
  );
}
