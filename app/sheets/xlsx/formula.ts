/** A formula as Excel can say it. `translate.ts` makes it of a definition's expression, `formula-text.ts` writes it, `formula-value.ts` works it out. */

/** A cell: of a field (`table` null), of the row in which the formula stands (`row` null), or of a fixed row. */
export interface CellRef {
  kind: "cell";
  table: string | null;
  column: string;
  row: string | null;
  number: boolean;
}
export interface RangeRef {
  kind: "range";
  table: string;
  column: string;
}
export interface Criterion {
  range: RangeRef;
  operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
  /** "" with `<>`: not empty. A cell: equal to it. */
  value: string | number | CellRef;
}

export type Formula =
  | { kind: "constant"; value: string | number | boolean }
  | CellRef
  | RangeRef
  | { kind: "operator"; operator: "+" | "-" | "*" | "/" | "^" | "=" | "<>" | "<" | "<=" | ">" | ">="; args: [Formula, Formula] }
  | { kind: "negate"; of: Formula }
  | { kind: "if"; condition: Formula; then: Formula; otherwise: Formula }
  /** What is computed only when all of these hold a number, or where it is a range one at least; otherwise empty. */
  | { kind: "given"; needs: (CellRef | RangeRef)[]; value: Formula }
  | { kind: "call"; fn: ExcelFunction; args: Formula[] }
  | { kind: "over"; fn: "COUNTIFS" | "SUMIFS"; sum: RangeRef | null; criteria: Criterion[] };

export type ExcelFunction = "SUM" | "AVERAGE" | "MIN" | "MAX" | "ROUND" | "INT" | "ABS" | "RANK" | "AND" | "OR" | "NOT" | "COUNTA" | "TODAY" | "PV" | "RATE";

export function constant(value: string | number | boolean): Formula {
  return { kind: "constant", value };
}
