/** What an expression reads from: the sheet being evaluated, and the rows it stands in. */
import type { RowHandle, Rows, Value } from "./value";

export interface SheetHandle {
  /** "2026-11-28". */
  readonly today: string;
  field(index: number): Value;
  rows(table: number): Rows;
  /** A column's values, row by row. */
  column(table: number, column: number): readonly Value[];
}

export interface Frame {
  readonly sheet: SheetHandle;
  readonly row: RowHandle | null;
  /** The row around. */
  readonly outer: Frame | null;
}

/** An inner expression, ready to be evaluated in many rows. */
export interface Inner {
  evaluate(frame: Frame): Value;
}

/** A name of an expression, resolved to how it is read. */
export type Reader = (frame: Frame) => unknown;
