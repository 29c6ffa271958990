/** Conditions over the rows of a table, as Excel's COUNTIFS and SUMIFS take them. */
import type { Locale } from "~/i18n/locale";
import type { CellDefinition } from "../definition";
import { columnOf, type NamedTable } from "../engine/names";
import type { Expr, Operator } from "../engine/tree";
import { optionLabel } from "./cell-out";
import type { Criterion, Formula, RangeRef } from "./formula";

/** Excel has no way to say this. */
export class Untranslatable extends Error {}

type Sign = Extract<Formula, { kind: "operator" }>["operator"];

export const SIGNS: Partial<Record<Operator, Sign>> = { add: "+", subtract: "-", multiply: "*", divide: "/", pow: "^", equal: "=", unequal: "<>", smaller: "<", smallerEq: "<=", larger: ">", largerEq: ">=" };
const TURNED = { "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

/** A text as the workbook shows it: options by their labels. */
export function shownAs(cell: CellDefinition, value: string, locale: Locale): string {
  return cell.type === "choice" ? optionLabel(cell, value, locale) : value;
}

/** Comparisons of columns with constants, all of which must hold. */
export function criteriaOf(table: NamedTable, expr: Expr, locale: Locale): Criterion[] {
  if (expr.kind === "operator" && expr.operator === "and") return expr.args.flatMap((arg) => criteriaOf(table, arg, locale));
  const columnNamed = (part: Expr | undefined) => {
    if (part?.kind !== "name") throw new Untranslatable();
    return columnOf(table, part.name).cell;
  };
  const range = (cell: CellDefinition): RangeRef => ({ kind: "range", table: table.table.id, column: cell.id });
  if (expr.kind === "call" && expr.fn === "filled") {
    const cell = columnNamed(expr.args[0]);
    // Excel takes a formula that shows nothing for something.
    if (cell.formula !== undefined) throw new Untranslatable();
    return [{ range: range(cell), operator: "<>", value: "" }];
  }
  if (expr.kind !== "operator") throw new Untranslatable();
  const sign = SIGNS[expr.operator];
  if (!sign || !(sign in TURNED)) throw new Untranslatable();
  const [left, right] = expr.args as [Expr, Expr];
  const turned = left.kind === "constant";
  const [named, fixed] = turned ? [right, left] : [left, right];
  const cell = columnNamed(named);
  const operator = turned ? TURNED[sign as keyof typeof TURNED] : (sign as keyof typeof TURNED);
  if (fixed.kind !== "constant" || fixed.value === null || typeof fixed.value === "boolean") throw new Untranslatable();
  if (typeof fixed.value === "object") return [{ range: range(cell), operator, value: fixed.value.toNumber() }];
  const value = shownAs(cell, fixed.value, locale);
  // Signs that mean something else in a criterion; and `not equal` counts empty cells, which the sheet does not.
  if (operator !== "=" || /[*?~<>=]/.test(value) || value === "") throw new Untranslatable();
  return [{ range: range(cell), operator, value }];
}
