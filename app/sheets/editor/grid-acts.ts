/** From ranges of a grid to what is written, copied and emptied. Pure. */
import { type CellValue, columnAddress, type SheetRow } from "../content";
import type { ColumnDefinition, TableDefinition } from "../definition";
import type { Computed, Evaluation } from "../evaluation";
import type { CellManners } from "./grid-keys";
import type { Range } from "./grid-range";
import type { PlacedRow } from "./tree-rows";

export interface Filled {
  table: TableDefinition;
  rows: readonly PlacedRow[];
  columns: readonly ColumnDefinition[];
}

/** The cells of a range as texts, for a spreadsheet. */
export function copiedTexts({ table, rows, columns }: Filled, { top, bottom, left, right }: Range, evaluation: Evaluation, text: (column: ColumnDefinition, value: CellValue | Computed | undefined) => string): string[][] {
  const value = (row: SheetRow, column: ColumnDefinition): CellValue | Computed | undefined => (column.formula === undefined ? row.cells[column.id] : evaluation.computed[columnAddress(table.id, row.id, column.id)]);
  return rows.slice(top, bottom + 1).map(({ row }) => columns.slice(left - 1, right).map((column) => text(column, value(row, column))));
}

/** What emptying a range writes: filled cells that can be typed into. */
export function emptied({ table, rows, columns }: Filled, { top, bottom, left, right }: Range): (readonly [string, null])[] {
  return rows.slice(top, bottom + 1).flatMap(({ row }) =>
    columns
      .slice(left - 1, right)
      .filter((column) => column.formula === undefined && row.cells[column.id] !== undefined)
      .map((column) => [columnAddress(table.id, row.id, column.id), null] as const),
  );
}

/** What the cell at hand does with keys. */
export function mannersOf(column: ColumnDefinition | undefined, writable: boolean): CellManners {
  const fixed = !writable || column === undefined || column.formula !== undefined;
  switch (column?.type) {
    case "check":
    case "rating":
    case "long-text":
      return { fixed, control: column.type };
    default:
      return { fixed, control: "text" };
  }
}
