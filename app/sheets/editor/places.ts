/** Rows and cells of a sheet in the order in which people go through them, and what they are called. */
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import { type CellAddress, parseAddress, type SheetContent, type SheetRow } from "../content";
import type { ColumnDefinition, FieldDefinition, SheetDefinition, TableDefinition } from "../definition";
import type { Missing } from "../evaluation";
import { placeRows } from "./tree-rows";

/** A row's place: `<table>/<row>`, as in `?row=`. */
export type RowAddress = string;

export function rowAddress(table: string, row: string): RowAddress {
  return `${table}/${row}`;
}

/** What an address points at, as far as the definition has it. */
export type Spot =
  | { kind: "sheet" }
  | { kind: "field"; field: FieldDefinition }
  | { kind: "table"; table: TableDefinition }
  | { kind: "row"; table: TableDefinition; row: string }
  | { kind: "cell"; table: TableDefinition; row: string; column: ColumnDefinition };

/** The spot of a cell's, a row's or a table's address; the sheet itself for an empty one; null for what the definition does not have. */
export function spotOf(definition: SheetDefinition, address: CellAddress | null): Spot | null {
  if (address === null || address === "") return { kind: "sheet" };
  const cell = parseAddress(address);
  if (cell && "field" in cell) {
    const field = definition.fields.find(({ id }) => id === cell.field);
    if (field) return { kind: "field", field };
    const table = definition.tables.find(({ id }) => id === cell.field);
    return table ? { kind: "table", table } : null;
  }
  const [tableId, row] = address.split("/");
  const table = definition.tables.find(({ id }) => id === tableId);
  if (!table || !row) return null;
  if (!cell) return { kind: "row", table, row };
  const column = table.columns.find(({ id }) => id === cell.column);
  return column ? { kind: "cell", table, row, column } : null;
}

/** Where something missing is to be filled in. */
export function spotOfMissing(missing: Missing): CellAddress | null {
  if (missing.kind === "cell") return missing.at;
  return missing.kind === "rows" ? missing.table : null;
}

/** The row's name: its title cell, a fixed row's label; null while it has none. */
export function nameOfRow(table: TableDefinition, row: SheetRow | undefined, locale: Locale): string | null {
  const fixed = table.fixed?.find(({ id }) => id === row?.id);
  if (fixed) return pick(fixed.label, locale);
  const value = row?.cells[table.rowTitle];
  const text = typeof value === "string" ? (table.columns.find(({ id }) => id === table.rowTitle)?.options?.find(({ id }) => id === value)?.label[locale] ?? value) : "";
  return text.trim() === "" ? null : text.trim();
}

/** All rows of all tables in reading order. */
export function rowsInOrder(definition: SheetDefinition, content: SheetContent): { table: TableDefinition; row: SheetRow; address: RowAddress }[] {
  return definition.tables.flatMap((table) => placeRows(content.tables[table.id] ?? [], table.tree ?? false).map(({ row }) => ({ table, row, address: rowAddress(table.id, row.id) })));
}

/** The rows before and after one, within its table. */
export function neighboursOf(definition: SheetDefinition, content: SheetContent, address: RowAddress): { number: number; count: number; previous: RowAddress | null; next: RowAddress | null } | null {
  const tableId = address.split("/")[0];
  const rows = rowsInOrder(definition, content).filter(({ table }) => table.id === tableId);
  const at = rows.findIndex((row) => row.address === address);
  if (at < 0) return null;
  return { number: at + 1, count: rows.length, previous: rows[at - 1]?.address ?? null, next: rows[at + 1]?.address ?? null };
}

/** Whether rows can be added: not where they are fixed, nor past the most there can be. */
export function roomFor(table: TableDefinition, rows: number): number {
  return table.fixed ? 0 : Math.max((table.maxRows ?? 200) - rows, 0);
}
