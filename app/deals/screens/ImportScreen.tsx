import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, ButtonLink, Callout, Card, FieldGrid, PageHeader, Select, SubmitButton, Table, type Tone } from "~/ui";
import { IMPORT_FIELDS } from "../imports/fields";
import { LINE_FATES, type LineFate, type PlannedLine } from "../imports/plan";
import type { ImportPage } from "../imports/plan-import.server";
import { DEAL_IMPORT_PATH, DEALS_PATH, RECEIVABLES_PATH } from "../paths";

const TONES: Readonly<Record<LineFate, Tone>> = { new: "ok", changed: "pine", unchanged: "neutral", refused: "danger" };

/** A file before it is taken: which column is what, and what each line would do. Nothing is written until it is taken. */
export function ImportScreen({ page }: { page: ImportPage }) {
  const { t } = useTranslation("deals");
  const { kind, header, mapping, plan, missing, takenAt, counts } = page;
  const home = kind === "deals" ? DEALS_PATH : RECEIVABLES_PATH;
  if (takenAt !== null && counts) {
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader title={t("import.doneTitle")} lead={t("import.doneLead", { file: page.fileName })} crumbs={[{ to: DEAL_IMPORT_PATH, label: t("import.title") }]} />
        <Fates counts={counts} />
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink to={home} variant="primary">
            {t(kind === "deals" ? "list.title" : "receivables.title")}
          </ButtonLink>
          <ButtonLink to={DEAL_IMPORT_PATH}>{t("import.another")}</ButtonLink>
        </div>
      </div>
    );
  }
  const writes = plan ? plan.counts.new + plan.counts.changed : 0;
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={t("import.reviewTitle", { file: page.fileName })} lead={t("import.reviewLead", { source: page.source, encoding: t(`import.encoding.${page.encoding}`) })} crumbs={[{ to: DEAL_IMPORT_PATH, label: t("import.title") }]} />
      <div className="grid gap-6">
        <Card title={t("import.mapping")}>
          <Form method="post" className="grid gap-4">
            <FieldGrid columns={3}>
              {IMPORT_FIELDS[kind].map((field) => (
                <Select
                  key={field.id}
                  label={t(`import.field.${field.id}`)}
                  name={`column.${field.id}`}
                  placeholder={t(field.required ? "close.choose" : "import.noColumn")}
                  required={field.required}
                  defaultValue={mapping[field.id] === undefined ? "" : String(mapping[field.id])}
                  {...(missing.includes(field.id) ? { error: t("import.columnMissing") } : {})}
                  options={header.map((heading, at) => ({ value: String(at), label: heading || t("import.column", { number: at + 1 }) }))}
                />
              ))}
            </FieldGrid>
            <div>
              <SubmitButton name="intent" value="map" variant="secondary">
                {t("import.check")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        {plan && (
          <>
            <Fates counts={plan.counts} />
            {plan.counts.refused > 0 && writes > 0 && (
              <Callout title={t("import.someRefused", { count: plan.counts.refused })}>
                <p>{t("import.someRefusedText")}</p>
              </Callout>
            )}
            <Form method="post">
              <SubmitButton name="intent" value="take" disabled={writes === 0}>
                {writes === 0 ? t("import.nothing") : t("import.take", { count: writes })}
              </SubmitButton>
            </Form>
            <Card look="flush" title={t("import.lines")}>
              <Table
                caption={t("import.lines")}
                cards
                rows={plan.lines}
                rowKey={(line) => String(line.number)}
                footer={plan.more > 0 ? t("import.more", { count: plan.more }) : undefined}
                columns={[
                  { key: "number", header: t("import.line"), cell: (line) => line.number, align: "end" },
                  { key: "name", header: t("import.what"), cell: (line) => line.name, rowHeader: true },
                  { key: "fate", header: t("import.fate"), cell: (line) => <Badge tone={TONES[line.fate]}>{t(`import.fateOption.${line.fate}`)}</Badge> },
                  { key: "why", header: t("import.why"), cell: (line) => <Why line={line} /> },
                ]}
              />
            </Card>
          </>
        )}
      </div>
    </div>
  );
}

function Fates({ counts }: { counts: Readonly<Record<LineFate, number>> }) {
  const { t } = useTranslation("deals");
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      {LINE_FATES.map((fate) => (
        <div key={fate} className="rounded-md border border-line bg-surface px-3 py-2">
          <dt className="text-sm text-ink-soft">{t(`import.fateOption.${fate}`)}</dt>
          <dd className="text-xl font-semibold tabular">{counts[fate]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Why({ line }: { line: PlannedLine }) {
  const { t } = useTranslation("deals");
  if (line.refusal) return <>{t(`import.refusal.${line.refusal.reason}`, { field: line.refusal.field === null ? "" : t(`import.field.${line.refusal.field}`) })}</>;
  if (line.changes.length > 0) return <>{line.changes.map((field) => t(`import.field.${field}`)).join(t("comma"))}</>;
  return null;
}
