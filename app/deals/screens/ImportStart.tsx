import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, FieldGrid, FileField, FormErrors, type FormFailure, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";
import { IMPORT_KINDS } from "../imports/fields";
import { DEALS_PATH } from "../paths";

/** Bringing in a file: what is in it, where it is from, and the file. */
export function ImportStart({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslation("deals");
  const labels = { kind: t("import.kind"), source: t("import.source"), file: t("import.file") };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("import.title")} lead={t("import.lead")} crumbs={[{ to: DEALS_PATH, label: t("list.title") }]} />
      <Form method="post" encType="multipart/form-data">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <Card>
            <FieldGrid>
              <Select label={labels.kind} name="kind" options={IMPORT_KINDS.map((kind) => ({ value: kind, label: t(`import.kindOption.${kind}`) }))} required />
              <TextField label={labels.source} hint={t("import.sourceHint")} name="source" maxLength={40} defaultValue="crm" required />
            </FieldGrid>
            <FileField className="mt-4" label={labels.file} hint={t("import.fileHint")} name="file" accept=".csv,.txt,.tsv,.xlsx" maxMegabytes={1.5} required />
            <p className="mt-4 text-sm text-ink-soft">{t("import.columns")}</p>
          </Card>
          <div className="mt-6">
            <SubmitButton>{t("import.look")}</SubmitButton>
          </div>
        </FormFailureProvider>
      </Form>
    </div>
  );
}
