/** What Excel makes of our formulas, to see before an export whether it makes the same of them as the sheet does. */
import type { CellRef, Criterion, Formula, RangeRef } from "./formula";

export type ExcelValue = number | string | boolean | null;

/** The cells of the workbook: a row's own with `row` null. */
export interface Grid {
  cell(ref: CellRef): ExcelValue;
  range(ref: RangeRef): ExcelValue[];
  /** Today, as Excel counts days. */
  today: number;
}

/** Excel shows an error. */
class Failure extends Error {}

/** The value of a formula; "" where Excel shows nothing. */
export function formulaValue(formula: Formula, grid: Grid): ExcelValue {
  try {
    return compute(formula, grid);
  } catch (error) {
    if (error instanceof Failure) return "";
    throw error;
  }
}

function compute(formula: Formula, grid: Grid): ExcelValue {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "cell":
      return grid.cell(formula);
    case "range":
      throw new Failure();
    case "operator":
      return operate(formula.operator, compute(formula.args[0], grid), compute(formula.args[1], grid));
    case "negate":
      return -number(compute(formula.of, grid));
    case "if":
      return truth(compute(formula.condition, grid)) ? compute(formula.then, grid) : compute(formula.otherwise, grid);
    case "given":
      return formula.needs.every((need) => (need.kind === "cell" ? typeof grid.cell(need) === "number" : numbers([need], grid).length > 0)) ? compute(formula.value, grid) : "";
    case "call":
      return call(formula.fn, formula.args, grid);
    case "over":
      return over(formula, grid);
  }
}

/** An empty cell counts as zero, a text as none. */
function number(value: ExcelValue): number {
  if (value === null) return 0;
  if (typeof value === "string" || !Number.isFinite(Number(value))) throw new Failure();
  return Number(value);
}

function truth(value: ExcelValue): boolean {
  if (typeof value === "boolean") return value;
  return number(value) !== 0;
}

function operate(operator: Extract<Formula, { kind: "operator" }>["operator"], a: ExcelValue, b: ExcelValue): ExcelValue {
  switch (operator) {
    case "+":
      return number(a) + number(b);
    case "-":
      return number(a) - number(b);
    case "*":
      return number(a) * number(b);
    case "/":
      if (number(b) === 0) throw new Failure();
      return number(a) / number(b);
    case "^":
      return number(number(a) ** number(b));
    default:
      return compare(operator, a, b);
  }
}

/** Texts without regard to case; an empty cell is the empty text beside a text; a text is more than any number. */
function compare(operator: "=" | "<>" | "<" | "<=" | ">" | ">=", a: ExcelValue, b: ExcelValue): boolean {
  const [left, right] = [a ?? (typeof b === "string" ? "" : 0), b ?? (typeof a === "string" ? "" : 0)];
  const texts = typeof left === "string" && typeof right === "string";
  const order = texts ? left.toLowerCase().localeCompare(right.toLowerCase()) : typeof left === "string" ? 1 : typeof right === "string" ? -1 : Number(left) - Number(right);
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Numbers in cells and lists; what is none is passed over. */
function numbers(args: readonly Formula[], grid: Grid): number[] {
  return args.flatMap((arg) => {
    const values = arg.kind === "range" ? grid.range(arg) : [compute(arg, grid)];
    return values.filter((value): value is number => typeof value === "number");
  });
}

function call(fn: Extract<Formula, { kind: "call" }>["fn"], args: readonly Formula[], grid: Grid): ExcelValue {
  const one = (at: number): number => number(compute(args[at]!, grid));
  switch (fn) {
    case "SUM":
      return numbers(args, grid).reduce((sum, value) => sum + value, 0);
    case "AVERAGE": {
      const list = numbers(args, grid);
      if (list.length === 0) throw new Failure();
      return list.reduce((sum, value) => sum + value, 0) / list.length;
    }
    case "MIN":
      return Math.min(...numbers(args, grid));
    case "MAX":
      return Math.max(...numbers(args, grid));
    case "ROUND": {
      const scale = 10 ** one(1);
      // Half away from zero, of the decimal that is shown.
      return (Math.sign(one(0)) * Math.round(Number((Math.abs(one(0)) * scale).toPrecision(15)))) / scale;
    }
    case "INT":
      return Math.floor(one(0));
    case "ABS":
      return Math.abs(one(0));
    case "RANK":
      return 1 + numbers([args[1]!], grid).filter((value) => value > one(0)).length;
    case "AND":
      return args.every((arg) => truth(compute(arg, grid)));
    case "OR":
      return args.some((arg) => truth(compute(arg, grid)));
    case "NOT":
      return !truth(compute(args[0]!, grid));
    case "COUNTA":
      return args.flatMap((arg) => (arg.kind === "range" ? grid.range(arg) : [compute(arg, grid)])).filter((value) => value !== null).length;
    case "TODAY":
      return grid.today;
    case "PV":
      return presentValue(one(0), one(1), one(2));
    case "RATE":
      return rate(one(0), one(1), one(2));
  }
}

/** Excel's sign: what is received is worth a payment. */
function presentValue(interest: number, years: number, yearly: number): number {
  return interest === 0 ? -yearly * years : (-yearly * (1 - (1 + interest) ** -years)) / interest;
}

/** The interest at which `yearly` over `years` is worth `-present`; by halving. */
function rate(years: number, yearly: number, present: number): number {
  let [low, high] = [-0.99, 10];
  const worth = (interest: number): number => present - presentValue(interest, years, yearly);
  if (worth(low) < 0 || worth(high) > 0) throw new Failure();
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function over({ fn, sum, criteria }: Extract<Formula, { kind: "over" }>, grid: Grid): number {
  const ranges = criteria.map(({ range }) => grid.range(range));
  const added = sum ? grid.range(sum) : [];
  let result = 0;
  for (let at = 0; at < (ranges[0]?.length ?? 0); at += 1) {
    if (!criteria.every((criterion, index) => meets(ranges[index]![at] ?? null, criterion, grid))) continue;
    const value = added[at];
    result += fn === "COUNTIFS" ? 1 : typeof value === "number" ? value : 0;
  }
  return result;
}

function meets(value: ExcelValue, { operator, value: wanted }: Criterion, grid: Grid): boolean {
  if (wanted === "") return value !== null;
  const constant = typeof wanted === "object" ? grid.cell(wanted) : wanted;
  if (typeof constant === "number") return typeof value === "number" && compare(operator, value, constant);
  return value !== null && compare(operator, value, constant);
}
