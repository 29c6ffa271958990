/** Where the cells of a pasted range go, before anything is written. */
import type { CellValue } from "../content";
import type { ColumnDefinition } from "../definition";
import type { CellProblem } from "../evaluation";
import type { ReadText } from "./cell-io";
import type { Range } from "./grid-range";

export interface PasteTarget {
  /** Ids of the rows as shown. */
  rows: readonly string[];
  /** Columns as shown, without the handle. */
  columns: readonly ColumnDefinition[];
  /** Rows that may still be added at the end; 0 where rows are fixed. */
  room: number;
  range: Range;
}

export interface PasteCell {
  /** A row that is there, or the number of a new one, from 0. */
  row: string | number;
  column: string;
  text: string;
  value: CellValue | null;
}

export interface PasteRefusal {
  row: string | number;
  column: string;
  text: string;
  problem: CellProblem;
}

export interface PastePlan {
  cells: PasteCell[];
  /** Rows to add at the end. */
  newRows: number;
  /** Texts that make no value in their column. They are shown at the cell until somebody corrects them. */
  unread: PasteRefusal[];
  /** Filled cells that fell on computed ones. */
  onComputed: number;
  /** Rows and columns of the clipboard that found no place. */
  beyond: { rows: number; columns: number };
}

/**
 * The plan of a paste at the range's upper left. One copied cell fills the whole range; a larger copy repeats where the
 * range is a multiple of it, as in a spreadsheet.
 */
export function planPaste(copied: readonly (readonly string[])[], target: PasteTarget, read: (column: ColumnDefinition, text: string) => ReadText): PastePlan {
  const block = fitted(copied, target.range);
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const { top, left } = target.range;
  const newRows = Math.min(Math.max(top + height - target.rows.length, 0), target.room);
  const plan: PastePlan = {
    cells: [],
    newRows,
    unread: [],
    onComputed: 0,
    beyond: { rows: Math.max(top + height - target.rows.length - newRows, 0), columns: Math.max(left - 1 + width - target.columns.length, 0) },
  };
  block.forEach((texts, down) => {
    const at = top + down;
    const row = at < target.rows.length ? target.rows[at]! : at - target.rows.length;
    if (typeof row === "number" && row >= newRows) return;
    texts.forEach((text, right) => {
      const column = target.columns[left - 1 + right];
      if (!column) return;
      if (column.formula !== undefined) {
        if (text.trim() !== "") plan.onComputed++;
        return;
      }
      const result = text.trim() === "" ? { value: null } : read(column, text);
      if ("problem" in result) plan.unread.push({ row, column: column.id, text, problem: result.problem });
      else plan.cells.push({ row, column: column.id, text, value: result.value });
    });
  });
  return plan;
}

function fitted(copied: readonly (readonly string[])[], { top, bottom, left, right }: Range): readonly (readonly string[])[] {
  const [height, width] = [copied.length, copied[0]?.length ?? 0];
  const [tall, wide] = [bottom - top + 1, right - left + 1];
  const even = copied.every((row) => row.length === width);
  if (!even || width === 0 || tall % height !== 0 || wide % width !== 0) return copied;
  return Array.from({ length: tall }, (_, row) => Array.from({ length: wide }, (_, column) => copied[row % height]![column % width]!));
}
