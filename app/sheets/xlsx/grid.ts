/** A sheet's content as the cells of a workbook, for computing what Excel would. */
import type { Locale } from "~/i18n/locale";
import { type CellValue, columnAddress, fieldAddress, type SheetContent } from "../content";
import type { CellDefinition, SheetDefinition } from "../definition";
import type { Evaluation } from "../evaluation";
import { cellOut, computedOut, type OutCell } from "./cell-out";
import type { CellRef, RangeRef } from "./formula";
import type { ExcelValue, Grid } from "./formula-value";
import { ID_COLUMN, PARENT_COLUMN } from "./layout";

export interface Filled {
  definition: SheetDefinition;
  content: SheetContent;
  evaluation: Evaluation;
  locale: Locale;
  /** "2026-11-28" */
  today: string;
}

const EPOCH_DAYS = 25_569;
const serialOf = (date: Date): number => date.getTime() / 86_400_000 + EPOCH_DAYS;

/** A cell as it goes into the workbook, typed or computed. */
export function outCell({ evaluation, locale }: Filled, cell: CellDefinition, address: string, value: CellValue | undefined): OutCell | null {
  return cell.formula === undefined ? cellOut(cell, value, locale) : computedOut(cell, evaluation.computed[address], locale);
}

/** The cells as a formula sees them that stands in `row` (null: among the fields). */
export function gridOf(filled: Filled, row: string | null): Grid {
  const { definition, content, today } = filled;
  const value = (cell: CellDefinition | undefined, address: string, raw: CellValue | undefined): ExcelValue => {
    const out = cell ? outCell(filled, cell, address, raw) : null;
    // A formula that comes to nothing shows the empty text.
    if (out === null) return cell?.formula === undefined ? null : "";
    return out.value instanceof Date ? serialOf(out.value) : out.value;
  };
  const inRow = (table: string, rowId: string, column: string): ExcelValue => {
    const found = content.tables[table]?.find(({ id }) => id === rowId);
    if (column === ID_COLUMN) return rowId;
    if (column === PARENT_COLUMN) return found?.parent ?? null;
    const cell = definition.tables.find(({ id }) => id === table)?.columns.find(({ id }) => id === column);
    return value(cell, columnAddress(table, rowId, column), found?.cells[column]);
  };
  return {
    today: serialOf(new Date(`${today}T00:00:00Z`)),
    cell: (ref: CellRef) => {
      if (ref.table !== null) return inRow(ref.table, ref.row ?? row ?? "", ref.column);
      const field = definition.fields.find(({ id }) => id === ref.row);
      return value(field, fieldAddress(ref.row ?? ""), content.fields[ref.row ?? ""]);
    },
    range: (ref: RangeRef) => (content.tables[ref.table] ?? []).map(({ id }) => inRow(ref.table, id, ref.column)),
  };
}
