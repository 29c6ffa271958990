/** Formulas as Excel writes them, without the leading "=". */
import type { CellRef, Criterion, Formula, RangeRef } from "./formula";
import { columnLetters, FIRST_ROW, type Layout, type Worksheet } from "./layout";

/** Where a formula stands: `row` counts as Excel does. */
export interface FormulaPlace {
  layout: Layout;
  table: string | null;
  row: number;
}

const BINDING: Record<string, number> = { "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "+": 2, "-": 2, "*": 3, "/": 3, "^": 4 };

/** The text of a formula; what fails in Excel (a division by zero) shows nothing there, as in the sheet. */
export function formulaText(formula: Formula, place: FormulaPlace): string {
  const text = write(formula, place);
  return canFail(formula) ? `IFERROR(${text},"")` : text;
}

function canFail(formula: Formula): boolean {
  switch (formula.kind) {
    case "operator":
      return formula.operator === "/" || formula.operator === "^" || formula.args.some(canFail);
    case "negate":
      return canFail(formula.of);
    case "if":
      return [formula.condition, formula.then, formula.otherwise].some(canFail);
    case "given":
      return canFail(formula.value);
    case "call":
      return formula.fn === "RATE" || formula.fn === "PV" || formula.fn === "RANK" || formula.args.some(canFail);
    default:
      return false;
  }
}

function write(formula: Formula, place: FormulaPlace): string {
  switch (formula.kind) {
    case "constant":
      return literal(formula.value);
    case "cell":
      return cellText(formula, place);
    case "range":
      return rangeText(formula, place);
    case "operator": {
      const own = BINDING[formula.operator]!;
      const [left, right] = formula.args.map((arg) => ({ text: write(arg, place), binding: arg.kind === "operator" ? BINDING[arg.operator]! : arg.kind === "negate" ? 2 : 9 })) as [{ text: string; binding: number }, { text: string; binding: number }];
      return `${left.binding < own ? `(${left.text})` : left.text}${formula.operator}${right.binding <= own ? `(${right.text})` : right.text}`;
    }
    case "negate":
      return `-${formula.of.kind === "operator" || formula.of.kind === "negate" ? `(${write(formula.of, place)})` : write(formula.of, place)}`;
    case "if":
      return `IF(${write(formula.condition, place)},${write(formula.then, place)},${write(formula.otherwise, place)})`;
    case "given":
      return `IF(${conditionText(formula.needs, place)},${write(formula.value, place)},"")`;
    case "call":
      return `${formula.fn}(${formula.args.map((arg) => write(arg, place)).join(",")})`;
    case "over":
      return `${formula.fn}(${[...(formula.sum ? [rangeText(formula.sum, place)] : []), ...formula.criteria.flatMap((criterion) => [rangeText(criterion.range, place), criterionText(criterion, place)])].join(",")})`;
  }
}

/** Every cell holds a number, every list at least one. */
function conditionText(needs: readonly (CellRef | RangeRef)[], place: FormulaPlace): string {
  const cells = needs.filter((need) => need.kind === "cell").map((need) => cellText(need, place));
  const ranges = needs.filter((need) => need.kind === "range").map((need) => `COUNT(${rangeText(need, place)})>0`);
  const all = [...(cells.length > 0 ? [`COUNT(${cells.join(",")})=${cells.length}`] : []), ...ranges];
  return all.length === 1 ? all[0]! : `AND(${all.join(",")})`;
}

function criterionText({ operator, value }: Criterion, place: FormulaPlace): string {
  if (typeof value === "object") return cellText(value, place);
  return literal(operator === "=" ? value : `${operator}${value}`);
}

function literal(value: string | number | boolean): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function worksheetOf(table: string | null, { layout }: FormulaPlace): Worksheet {
  const found = layout.worksheets.find((worksheet) => (worksheet.table?.id ?? null) === table);
  if (!found) throw new Error(`no worksheet for ${table ?? "fields"}`);
  return found;
}

/** In front of a reference into another worksheet. */
function prefix(worksheet: Worksheet, place: FormulaPlace): string {
  return (worksheet.table?.id ?? null) === place.table ? "" : `'${worksheet.name.replaceAll("'", "''")}'!`;
}

function cellText(ref: CellRef, place: FormulaPlace): string {
  const worksheet = worksheetOf(ref.table, place);
  const letters = columnLetters(worksheet.columns.findIndex(({ id }) => id === ref.column));
  if (ref.row === null) return `$${letters}${place.row}`;
  return `${prefix(worksheet, place)}$${letters}$${FIRST_ROW + worksheet.rows.indexOf(ref.row)}`;
}

function rangeText(ref: RangeRef, place: FormulaPlace): string {
  const worksheet = worksheetOf(ref.table, place);
  const letters = columnLetters(worksheet.columns.findIndex(({ id }) => id === ref.column));
  return `${prefix(worksheet, place)}$${letters}$${FIRST_ROW}:$${letters}$${worksheet.lastRow}`;
}
