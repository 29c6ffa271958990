/** For tests: definitions in a few words, and what one formula comes to. */
import type { CellValue, SheetContent } from "../content";
import type { CellDefinition, ColumnDefinition, FieldDefinition, SheetDefinition, TableDefinition } from "../definition";
import { evaluate } from "../evaluate";
import type { Evaluation } from "../evaluation";

export const TODAY = "2026-11-28";
const both = (text: string) => ({ zh: text, en: text });

export function cell(id: string, type: CellDefinition["type"], more: Partial<CellDefinition> = {}): FieldDefinition & ColumnDefinition {
  return { id, type, label: both(id), ...more };
}

export function table(id: string, columns: ColumnDefinition[], more: Partial<TableDefinition> = {}): TableDefinition {
  return { id, title: both(id), rowName: both(id), rowTitle: columns[0]?.id ?? "", columns, ...more };
}

export function definition(more: Partial<SheetDefinition>): SheetDefinition {
  return {
    key: "test", chapter: "03-build-trust", shape: "rows", title: both("Test"), purpose: both("Test"), competencies: ["build-trust"],
    fields: [], tables: [], complete: [], checks: [], picture: "none", example: { title: both("Test"), fields: {}, tables: {} }, ...more,
  }; // prettier-ignore
}

type WrittenRow = Record<string, CellValue> & { id?: string; parent?: string };

/** Rows are `r1`, `r2`, … unless they have an id. */
export function content(fields: Record<string, CellValue> = {}, tables: Record<string, WrittenRow[]> = {}): SheetContent {
  const rows = (list: WrittenRow[]) =>
    list.map(({ id, parent, ...cells }, at) => ({ id: id ?? `r${at + 1}`, order: String(at + 1), ...(parent === undefined ? {} : { parent }), cells: cells as Record<string, CellValue> }));
  return { fields, tables: Object.fromEntries(Object.entries(tables).map(([key, list]) => [key, rows(list)])) };
}

export function run(of: SheetDefinition, what: SheetContent): Evaluation {
  return evaluate(of, what, { locale: "en", today: TODAY, currency: "CNY" });
}

/** The result of a formula as a plain value, or the code of its problem; null where it is empty. */
export function outcome(evaluation: Evaluation, address: string): string | boolean | null {
  const problem = evaluation.problems[address];
  if (problem !== undefined) return problem.code;
  const computed = evaluation.computed[address];
  if (computed === undefined) return null;
  return "value" in computed ? computed.value : "flag" in computed ? computed.flag : computed.text;
}

/** What a formula comes to as a field of a sheet; `result` is the field it stands in. */
export function formula(text: string, { result = {}, fields = [], tables = [], is = content() }: { result?: Partial<CellDefinition>; fields?: FieldDefinition[]; tables?: TableDefinition[]; is?: SheetContent } = {}) {
  const of = definition({ fields: [...fields, cell("result", "number", { formula: text, ...result })], tables });
  return outcome(run(of, is), "result");
}

/** Whether a condition holds: true, false, or null where it is neither. */
export function holds(text: string, more: Parameters<typeof formula>[1] = {}) {
  return formula(text, { result: { type: "check" }, ...more });
}
