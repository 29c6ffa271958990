/** Which functions there are and what they take. What they do: `functions-*.ts`; what kind of value comes out: `check/kinds.server.ts`. */

/**
 * `value`: any expression, lists too · `table`: a table's name · `inner`: an expression in quotes, in the scope of the table's rows ·
 * `column`: a column's name in quotes · `fixed`: the id of a fixed row of the table in quotes.
 */
export type Parameter = "value" | "table" | "inner" | "column" | "fixed";

export interface Signature {
  takes: readonly Parameter[];
  /** How many of the last parameter may follow; 0 when left out. */
  more?: number;
  /** Where it can stand: in the scope of a row, or of a row of a tree. */
  needs?: "row" | "tree";
}

const values = (count: number, more = 0): Signature => ({ takes: Array<Parameter>(count).fill("value"), more });
const MANY = 100;

export const SIGNATURES = {
  sum: values(1, MANY),
  mean: values(1, MANY),
  min: values(1, MANY),
  max: values(1, MANY),
  round: values(2),
  floor: values(1),
  ceil: values(1),
  abs: values(1),
  rank: values(2),
  blank: values(1),
  filled: values(1),
  has: values(2),
  oneOf: values(2, MANY),
  contains: values(2, MANY),
  hasNumber: values(1),
  chars: values(1),
  same: values(2),
  similar: values(2),
  distinct: values(1),
  count: { takes: ["table"] },
  countWhere: { takes: ["table", "inner"] },
  anyWhere: { takes: ["table", "inner"] },
  everyWhere: { takes: ["table", "inner"] },
  sumWhere: { takes: ["table", "inner", "inner"] },
  firstWhere: { takes: ["table", "inner", "inner"] },
  valueAt: { takes: ["table", "fixed", "column"] },
  rowId: { takes: [], needs: "row" },
  rowNumber: { takes: [], needs: "row" },
  previous: { takes: ["column"], needs: "row" },
  childSum: { takes: ["column"], needs: "tree" },
  childCount: { takes: [], needs: "tree" },
  depth: { takes: [], needs: "tree" },
  parentOf: { takes: ["column"], needs: "tree" },
  days: values(2),
  today: { takes: [] },
  npv: values(4),
  irr: values(3),
  payback: values(2),
  annuity: values(2),
} as const satisfies Record<string, Signature>;

export type FunctionName = keyof typeof SIGNATURES;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(SIGNATURES, name);
}

/** The kind of the parameter at a place; null where there are too many. */
export function parameterAt(name: FunctionName, at: number): Parameter | null {
  const { takes, more = 0 }: Signature = SIGNATURES[name];
  if (at < takes.length) return takes[at] ?? null;
  return at < takes.length + more ? (takes.at(-1) ?? null) : null;
}
