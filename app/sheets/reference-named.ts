/** Finds a row of another sheet by what it is called: typed, pasted, or in a workbook. */
import type { RowReference } from "./content";
import { folded } from "./engine/text";

/** A row that a cell may point at, with the name of its sheet. */
export type OfferedRow = RowReference & { sheet: string };

export type NamedRow = { ok: true; value: RowReference } | { ok: false; reason: "no-such-row" | "several-rows" };

/**
 * The one row called `text`. Rows of one name in several sheets are told apart by the sheet's name behind it, as lists show
 * them: `盘点慢 · 申科食品`. What cannot be told apart is not guessed.
 */
export function rowNamed(rows: readonly OfferedRow[], text: string): NamedRow {
  const wanted = folded(text);
  const called = rows.filter(({ label }) => folded(label) === wanted);
  const found = called.length > 0 ? called : rows.filter((row) => folded(shownRow(row)) === wanted);
  const [row] = found;
  if (row === undefined) return { ok: false, reason: "no-such-row" };
  if (found.length > 1) return { ok: false, reason: "several-rows" };
  return { ok: true, value: { sheetId: row.sheetId, rowId: row.rowId, label: row.label } };
}

/** A row with its sheet, as lists show it. */
export function shownRow({ label, sheet }: OfferedRow): string {
  return sheet === "" ? label : `${label} · ${sheet}`;
}
