/** What an expression works with: the values of cells, lists of them, and the two ways of not having one. */
import type { CellAddress } from "../content";
import type { CellProblemCode } from "../evaluation";
import type { Bilingual } from "~/i18n/locale";
import { type Decimal, decimal, ONE, ZERO } from "./math";
import { PLAIN, type Unit } from "./units";

/** A number with its unit. `bare`: written in the expression, so that it fits beside any unit (`amount > 1000`). */
export class Quantity {
  constructor(
    readonly value: Decimal,
    readonly unit: Unit = PLAIN,
    readonly bare: boolean = false,
  ) {}
}

/** A cell as messages name it. */
export interface CellName {
  address: CellAddress;
  label: Bilingual;
}

/** Nothing: an empty cell (`cell` says which one), or what came of one. */
export class Blank {
  constructor(readonly cell: CellName | null = null) {}
}

/** Something that cannot be used. `cell` is where it went wrong; null while the cell is still being computed. */
export class Fault {
  constructor(
    readonly code: CellProblemCode,
    readonly detail?: string,
    readonly cell: CellName | null = null,
  ) {}
}

/** The rows of a table, as an argument of a function. `Row` is the evaluation's business. */
export class Rows {
  constructor(readonly rows: readonly RowHandle[]) {}
}

/** A row as functions see it. */
export interface RowHandle {
  readonly id: string;
  /** Where it stands among the rows, from 0. */
  readonly at: number;
  readonly parent: RowHandle | null;
  readonly children: readonly RowHandle[];
  /** The row above in the table; null in the first. */
  readonly above: RowHandle | null;
  /** The value of a column, computed when it is asked for. */
  value(column: number): Value;
}

export type Scalar = Quantity | string | boolean | Blank | Fault;
export type Value = Scalar | Rows | readonly Value[];

export const NOTHING = new Blank();
export const NO_AMOUNT = new Quantity(ZERO, PLAIN, true);

export function number(value: Decimal | number, unit: Unit = PLAIN): Quantity {
  return new Quantity(typeof value === "number" ? decimal(value) : value, unit);
}

/** A number of the expression itself. */
export function bare(value: Decimal): Quantity {
  return new Quantity(value, PLAIN, true);
}

export function unitQuantity(unit: Unit): Quantity {
  return new Quantity(ONE, unit);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether there is nothing in a value: an empty cell or list, a box that is not ticked. */
export function isBlank(value: Value): boolean {
  return value instanceof Blank || value === "" || value === false || (isList(value) && value.every(isBlank));
}

/** Every value in a value: lists within lists are laid flat. */
export function flat(values: readonly Value[]): (Scalar | Rows)[] {
  return values.flatMap((value) => (isList(value) ? flat(value) : [value]));
}

/** What is not the kind of value that an operator or function takes. */
export function misfit(): Fault {
  return new Fault("not-computable");
}
