/** Everything a document holds, also rows that went out of sight; differences between two such states, and going back. */
import { type CellAddress, type CellValue, columnAddress, parseAddress, type SheetContent, type SheetRow } from "../content";
import type { SheetDefinition } from "../definition";
import { sameValue } from "./cell-value";
import { byOrder } from "./order";

/** A row, whether or not it is in sight. */
export interface StateRow extends SheetRow {
  gone?: true;
}

export interface SheetState {
  fields: Record<string, CellValue>;
  /** By table, in no particular order. */
  tables: Record<string, StateRow[]>;
}

/** Where a row stands, as a history says it. */
export interface RowPlace {
  order: string;
  parent?: string;
}

/** A cell's value, or a row's place under `<table>/<row>`; null: empty, not there. */
export interface Change {
  address: CellAddress;
  before: CellValue | RowPlace | null;
  after: CellValue | RowPlace | null;
}

/** The address of a row as a whole. */
export function rowAddress(table: string, row: string): string {
  return `${table}/${row}`;
}

/** The table and row of a row's or a column's address; null for a field's. */
export function rowOf(address: CellAddress): { table: string; row: string } | null {
  const [table, row] = address.split("/");
  return table && row ? { table, row } : null;
}

/** More rows than a person can work with are a fault or an attack: what is beyond is not looked at. */
export const MOST_ROWS = 500;

/** What people see: rows in order, none that went, every parent in sight and no row above itself. */
export function visible(state: SheetState): SheetContent {
  return { fields: state.fields, tables: Object.fromEntries(Object.entries(state.tables).map(([table, rows]) => [table, visibleRows(rows)])) };
}

function visibleRows(rows: readonly StateRow[]): SheetRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const parents = new Map(rows.map((row) => [row.id, row.parent]));
  cutCycles(parents);
  return rows
    .filter((row) => !row.gone)
    .sort(byOrder)
    .slice(0, MOST_ROWS)
    .map(({ id, order, cells }) => {
      const parent = nearestInSight(parents.get(id), known, parents);
      return parent === undefined ? { id, order, cells } : { id, order, parent, cells };
    });
}

/** The row that `id` names, or the nearest above it that is in sight. */
function nearestInSight(id: string | undefined, known: Map<string, StateRow>, parents: Map<string, string | undefined>): string | undefined {
  let at = id;
  while (at !== undefined) {
    const row = known.get(at);
    if (row && !row.gone) return at;
    at = row && parents.get(at);
  }
  return undefined;
}

/** Two people may each have put the other's row below their own: the row with the smallest id of a circle stands at the top. */
function cutCycles(parents: Map<string, string | undefined>): void {
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && parents.has(at) && !done.has(at) && !path.includes(at)) {
      path.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && path.includes(at)) {
      const [top] = path.slice(path.indexOf(at)).sort();
      parents.set(top!, undefined);
    }
    for (const id of path) done.add(id);
  }
}

/** What differs, by address. */
export function differences(before: SheetState, after: SheetState): Change[] {
  const old = flat(before);
  const now = flat(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((address) => !sameValue(old.get(address) ?? null, now.get(address) ?? null))
    .map((address) => ({ address, before: old.get(address) ?? null, after: now.get(address) ?? null }));
}

function flat(state: SheetState): Map<CellAddress, CellValue | RowPlace> {
  const all = new Map<CellAddress, CellValue | RowPlace>(Object.entries(state.fields));
  for (const [table, rows] of Object.entries(state.tables)) {
    for (const { id, order, parent, gone, cells } of rows) {
      if (!gone) all.set(rowAddress(table, id), parent === undefined ? { order } : { order, parent });
      for (const [column, value] of Object.entries(cells)) all.set(columnAddress(table, id, column), value);
    }
  }
  return all;
}

/** The state before `changes`, which are given newest first. */
export function goBack(state: SheetState, changes: readonly Pick<Change, "address" | "before">[]): SheetState {
  let { fields } = state;
  const tables = new Map(Object.entries(state.tables).map(([table, rows]) => [table, new Map(rows.map((row) => [row.id, { ...row }]))]));
  for (const { address, before } of changes) {
    const parts = parseAddress(address);
    if (parts && "field" in parts) {
      fields = withCell(fields, parts.field, before as CellValue | null);
      continue;
    }
    const place = rowOf(address);
    if (!place) continue;
    const rows = tables.get(place.table) ?? new Map<string, StateRow>();
    const row = rows.get(place.row) ?? { id: place.row, order: "", gone: true as const, cells: {} };
    tables.set(place.table, rows.set(place.row, row));
    if (parts) row.cells = withCell(row.cells, parts.column, before as CellValue | null);
    else placeRow(row, before as RowPlace | null);
  }
  return { fields, tables: Object.fromEntries([...tables].map(([table, rows]) => [table, [...rows.values()]])) };
}

function withCell(cells: Record<string, CellValue>, id: string, value: CellValue | null): Record<string, CellValue> {
  const { [id]: _, ...others } = cells;
  return value === null ? others : { ...others, [id]: value };
}

function placeRow(row: StateRow, place: RowPlace | null): void {
  if (place === null) {
    row.gone = true;
    return;
  }
  delete row.gone;
  row.order = place.order;
  if (place.parent === undefined) delete row.parent;
  else row.parent = place.parent;
}

/** The definition of the cell at an address; undefined where the sheet has none. */
export function cellAt(definition: SheetDefinition, address: CellAddress) {
  const parts = parseAddress(address);
  if (!parts) return undefined;
  if ("field" in parts) return definition.fields.find((field) => field.id === parts.field);
  return definition.tables.find((table) => table.id === parts.table)?.columns.find((column) => column.id === parts.column);
}
