import { Form } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Callout, Card, FileField, PageHeader, SubmitButton } from "~/ui";
import type { CellValue, SheetContent } from "./content";
import type { CellDefinition, SheetDefinition } from "./definition";
import { CellShow } from "./editor/CellShow";
import { nameOfPlace } from "./editor/name-of-place";
import { spotOf } from "./editor/places";
import { sheetImportPath, sheetPath, SHEETS_PATH } from "./paths";
import type { ImportPlan } from "./plan-import.server";
import type { ShownConflict } from "./sheet-answer";

export type SheetImportAnswer =
  | { code: "planned"; plan: ImportPlan }
  | { code: "conflicts"; conflicts: ShownConflict[] }
  | { code: "no-file" | "forbidden" | "locked" | "other-sheet" | "not-a-workbook" | "too-large" | "not-an-export" | "unknown-version" | "not-a-plan" };

export interface SheetImportProps {
  sheet: { id: string; title: string; currency: string; locked: boolean };
  definition: SheetDefinition;
  content: SheetContent;
  locale: Locale;
  answer: SheetImportAnswer | undefined;
}

/** A workbook that was exported from the sheet comes back: first what it would change, cell by cell, then the taking over. */
export function SheetImport({ sheet, definition, content, locale, answer }: SheetImportProps) {
  const { t } = useTranslation("sheets");
  const planned = answer?.code === "planned" ? answer.plan : null;
  return (
    <>
      <PageHeader title={t("import.title")} crumbs={[{ label: t("list.title"), to: SHEETS_PATH }, { label: sheet.title, to: sheetPath(sheet.id) }]} lead={t("import.lead")} />
      <div className="grid max-w-3xl gap-6">
        {answer && answer.code !== "planned" && answer.code !== "conflicts" && (
          <Callout kind="danger">
            <p>{t(`import.problem.${answer.code}`)}</p>
          </Callout>
        )}
        {answer?.code === "conflicts" && (
          <Callout kind="danger" title={t("notice.conflicts", { count: answer.conflicts.length })}>
            <p>{t("import.conflicts")}</p>
            <ButtonLink to={sheetPath(sheet.id)}>{t("row.back")}</ButtonLink>
          </Callout>
        )}
        {planned ? (
          <Plan plan={planned} sheet={sheet} definition={definition} content={content} locale={locale} />
        ) : (
          answer?.code !== "conflicts" && (
            <Card>
              <Form method="post" encType="multipart/form-data" className="grid gap-4">
                <FileField name="file" label={t("import.file")} hint={t("import.fileHint")} accept=".xlsx" maxMegabytes={2} required />
                <div className="flex flex-wrap gap-3">
                  <SubmitButton name="intent" value="plan">
                    {t("import.compare")}
                  </SubmitButton>
                  <ButtonLink to={sheetPath(sheet.id)} variant="quiet">
                    {t("row.back")}
                  </ButtonLink>
                </div>
              </Form>
            </Card>
          )
        )}
      </div>
    </>
  );
}

function Plan({ plan, sheet, definition, content, locale }: { plan: ImportPlan } & Pick<SheetImportProps, "sheet" | "definition" | "content" | "locale">) {
  const { t } = useTranslation("sheets");
  const { changes, refused } = plan;
  const newRows = changes.filter(({ kind }) => kind === "row-added").map(({ address }) => address);
  const place = (address: string): string => nameOfPlace({ definition, content, locale, t }, address);
  const cellOf = (address: string): CellDefinition | null => {
    const spot = spotOf(definition, address);
    return spot?.kind === "cell" ? spot.column : spot?.kind === "field" ? spot.field : null;
  };
  const show = (address: string, value: CellValue | null) => {
    const cell = cellOf(address);
    return value === null || !cell ? <span className="text-ink-faint">{t("cell.empty")}</span> : <CellShow cell={cell} value={value} io={{ locale, currency: sheet.currency, today: "" }} />;
  };
  const inNewRow = (address: string): boolean => newRows.some((row) => address.startsWith(`${row}/`));
  return (
    <>
      {changes.length === 0 && (
        <Callout>
          <p>{t("import.nothing")}</p>
        </Callout>
      )}
      {changes.length > 0 && (
        <Card title={t("import.changes", { count: changes.length })}>
          <ul className="divide-y divide-line">
            {changes.map((change) => (
              <li key={`${change.kind} ${change.address}`} className="py-2.5">
                <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
                  {change.kind === "cell" ? (inNewRow(change.address) ? `${t("import.newRow")} › ${labelOf(cellOf(change.address), locale)}` : place(change.address)) : t(`import.${change.kind}`, { name: change.kind === "row-added" ? String(change.after ?? "") : place(change.address) })}
                  {change.changedSince && <Badge tone="mist">{t("import.changedSince")}</Badge>}
                </p>
                {change.kind === "cell" && (
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    {change.before !== null && (
                      <>
                        <span className="text-ink-soft line-through decoration-ink-faint">{show(change.address, change.before)}</span>
                        <ArrowRight role="img" aria-label={t("history.becomes")} className="size-3.5 shrink-0 self-center text-ink-faint" />
                      </>
                    )}
                    <span className="min-w-0">{show(change.address, change.after)}</span>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {refused.length > 0 && (
        <Card title={t("import.refused", { count: refused.length })}>
          <p className="mb-2 text-sm text-ink-soft">{t("import.refusedLead")}</p>
          <ul className="divide-y divide-line">
            {refused.map((one, at) => (
              <li key={at} className="py-2">
                <p className="text-sm text-ink-soft">{place(one.address)}</p>
                <p>
                  <span className="font-semibold">{one.text}</span> <span className="text-danger">{t(`import.reason.${one.reason}`)}</span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Form method="post" action={sheetImportPath(sheet.id)} className="flex flex-wrap gap-3">
        <input type="hidden" name="version" value={plan.version} />
        <input type="hidden" name="edits" value={JSON.stringify(plan.edits)} />
        {changes.length > 0 && (
          <SubmitButton name="intent" value="take">
            {t("import.take", { count: changes.length })}
          </SubmitButton>
        )}
        <ButtonLink to={sheetPath(sheet.id)}>{t("import.leave")}</ButtonLink>
      </Form>
    </>
  );
}

function labelOf(cell: CellDefinition | null, locale: Locale): string {
  return cell?.label[locale] ?? "";
}
