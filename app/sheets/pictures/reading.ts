/** Values of a sheet as pictures need them: texts, numbers and labels, null or "" where there is nothing. */
import type { Locale } from "~/i18n/locale";
import { columnAddress, type CellAddress, type CellValue, type SheetContent, type SheetRow } from "../content";
import type { CellDefinition, SheetDefinition } from "../definition";
import type { Computed, Evaluation } from "../evaluation";

/** A cell's text as it was typed; "" where it is empty or no text. */
export function textOf(value: CellValue | undefined): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "object" && !Array.isArray(value) && "label" in value) return value.label.trim();
  return "";
}

/** A cell's number for drawing; null where it is empty or not a number. Percent: 12.5 for 12.5 %. */
export function numberOf(value: CellValue | undefined): number | null {
  const raw = typeof value === "object" && !Array.isArray(value) && "unit" in value ? value.value : value;
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== "string" || !/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(raw)) return null;
  return Number(raw);
}

/** The chosen options' ids. */
export function choicesOf(value: CellValue | undefined): string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" && value !== "" ? [value] : [];
}

export function rowsOf(content: SheetContent, table: string): SheetRow[] {
  return content.tables[table] ?? [];
}

/** A computed cell for drawing; null where it could not be computed. Percent: a fraction, as in expressions. */
export function computedNumber(evaluation: Evaluation, address: CellAddress): number | null {
  const computed: Computed | undefined = evaluation.computed[address];
  return computed && "value" in computed ? numberOf(computed.value) : null;
}

/** A computed text, or the id of a computed choice. */
export function computedText(evaluation: Evaluation, address: CellAddress): string {
  const computed = evaluation.computed[address];
  return computed && "text" in computed ? computed.text : "";
}

/** A computed number of a row's column. */
export function computedColumn(evaluation: Evaluation, table: string, row: SheetRow, column: string): number | null {
  return computedNumber(evaluation, columnAddress(table, row.id, column));
}

function cellDefinition(definition: SheetDefinition, table: string | null, cell: string): CellDefinition | undefined {
  const cells: CellDefinition[] = table === null ? definition.fields : (definition.tables.find((one) => one.id === table)?.columns ?? []);
  return cells.find((one) => one.id === cell);
}

/** What a field (table null) or column is called. */
export function labelOf(definition: SheetDefinition, table: string | null, cell: string, locale: Locale): string {
  return cellDefinition(definition, table, cell)?.label[locale] ?? cell;
}

/** What the option of a choice is called; "" for an option that there is not. */
export function optionLabel(definition: SheetDefinition, table: string | null, cell: string, option: string, locale: Locale): string {
  return cellDefinition(definition, table, cell)?.options?.find((one) => one.id === option)?.label[locale] ?? "";
}

/** The labels of the chosen options, in the definition's order. */
export function optionLabels(definition: SheetDefinition, table: string | null, cell: string, chosen: readonly string[], locale: Locale): string[] {
  return (cellDefinition(definition, table, cell)?.options ?? []).filter((one) => chosen.includes(one.id)).map((one) => one.label[locale]);
}
