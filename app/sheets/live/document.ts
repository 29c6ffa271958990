/**
 * A sheet as a Yjs document, in which several people write at once, also offline. All of it hangs on names that follow from the
 * definition, never on shared types that somebody must create first: so two people who fill the same empty cell at once lose
 * nothing. `text:<address>`: the text of a cell (letter by letter) · `cells`: address → value of every other cell (the last one
 * counts) · `rows:<table>`: row → its place · `gone:<table>`: row → true, when it is out of sight.
 */
import * as Y from "yjs";
import { type CellAddress, type CellValue, columnAddress, fieldAddress, type SheetContent, type SheetRow } from "../content";
import type { CellDefinition, SheetDefinition, TableDefinition } from "../definition";
import { cleanValue, isSharedText, sameValue } from "./cell-value";
import { isOrder, orderBetween } from "./order";
import { cellAt, MOST_ROWS, type RowPlace, type SheetState, type StateRow, visible } from "./state";
import { textChange } from "./text-diff";

/** An act of somebody who writes in a sheet. */
export type SheetEdit =
  | { do: "set"; address: CellAddress; value: CellValue | null }
  | { do: "add-row"; table: string; row: string; after?: string | null; parent?: string }
  | { do: "move-row"; table: string; row: string; after: string | null; parent?: string }
  | { do: "remove-row"; table: string; row: string };

/** Rows that went are kept for undo and history, up to this many per table. */
const MOST_ROWS_KEPT = 4 * MOST_ROWS;
const ROW_ID = /^[A-Za-z0-9_-]{1,64}$/;

export const isRowId = (id: string): boolean => ROW_ID.test(id);

const cellsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("cells");
const rowsOf = (doc: Y.Doc, table: string): Y.Map<unknown> => doc.getMap(`rows:${table}`);
const goneOf = (doc: Y.Doc, table: string): Y.Map<unknown> => doc.getMap(`gone:${table}`);
const textOf = (doc: Y.Doc, address: CellAddress): Y.Text => doc.getText(`text:${address}`);

/** The value of one cell. */
export function readCell(doc: Y.Doc, cell: CellDefinition, address: CellAddress): CellValue | undefined {
  // A name nobody has written under is not made up here: documents stay as small as what is in them.
  if (!isSharedText(cell)) return cleanValue(cell, cellsOf(doc).get(address));
  return doc.share.has(`text:${address}`) ? cleanValue(cell, plainText(textOf(doc, address))) : undefined;
}

/** Half a character can come about when two people cut through it at once. */
function plainText(text: Y.Text): string {
  return text.toJSON().replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** Where a row stands, or null when it is out of sight or was never there. */
export function readRow(doc: Y.Doc, table: TableDefinition, row: string): RowPlace | null {
  return goneOf(doc, table.id).get(row) === true ? null : placeOf(rowsOf(doc, table.id).get(row), table);
}

function placeOf(raw: unknown, table: TableDefinition): RowPlace | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { order, parent } = raw as Record<string, unknown>;
  if (!isOrder(order)) return null;
  return table.tree && typeof parent === "string" && isRowId(parent) ? { order, parent } : { order };
}

/** Everything that is in a document, as far as the definition knows it. */
export function stateOf(doc: Y.Doc, definition: SheetDefinition): SheetState {
  const fields = cellsIn(definition.fields, (id) => fieldAddress(id), doc);
  return { fields, tables: Object.fromEntries(definition.tables.map((table) => [table.id, stateRows(doc, table)])) };
}

function stateRows(doc: Y.Doc, table: TableDefinition): StateRow[] {
  const cells = (row: string) => cellsIn(table.columns, (column) => columnAddress(table.id, row, column), doc);
  if (table.fixed) return table.fixed.map(({ id }, at) => ({ id, order: fixedOrder(at), cells: cells(id) }));
  const rows: StateRow[] = [];
  const gone = goneOf(doc, table.id);
  for (const [id, raw] of rowsOf(doc, table.id)) {
    const place = isRowId(id) ? placeOf(raw, table) : null;
    if (place && rows.length < MOST_ROWS_KEPT) rows.push({ id, ...place, ...(gone.get(id) === true ? { gone: true as const } : {}), cells: cells(id) });
  }
  return rows;
}

function cellsIn(definitions: readonly CellDefinition[], addressOf: (id: string) => CellAddress, doc: Y.Doc): Record<string, CellValue> {
  return Object.fromEntries(definitions.flatMap((cell) => {
    const value = readCell(doc, cell, addressOf(cell.id));
    return value === undefined ? [] : [[cell.id, value]];
  }));
}

/** Fixed rows stand in the order of the definition. */
const fixedOrder = (at: number): string => String(at + 1).padStart(4, "0");

/** What the document says to people. */
export function contentOf(doc: Y.Doc, definition: SheetDefinition): SheetContent {
  return visible(stateOf(doc, definition));
}

/** A new document that says `content`. Two such documents are strangers: it is made once, where the sheet is made. */
export function docOf(content: SheetContent, definition: SheetDefinition): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const [field, value] of Object.entries(content.fields)) setCell(doc, definition, fieldAddress(field), value);
    for (const table of definition.tables) {
      for (const row of content.tables[table.id] ?? []) putRow(doc, definition, table, row);
    }
  });
  return doc;
}

/** Puts a row with its cells where it stood. */
function putRow(doc: Y.Doc, definition: SheetDefinition, table: TableDefinition, row: SheetRow): void {
  if (!table.fixed) {
    const place = row.parent === undefined ? { order: row.order } : { order: row.order, parent: row.parent };
    if (!sameValue(rowsOf(doc, table.id).get(row.id), place)) rowsOf(doc, table.id).set(row.id, place);
    if (goneOf(doc, table.id).has(row.id)) goneOf(doc, table.id).delete(row.id);
  }
  for (const column of table.columns) setCell(doc, definition, columnAddress(table.id, row.id, column.id), row.cells[column.id] ?? null);
}

/** Makes a document say `content`, and changes nothing that says it already. */
export function becomeContent(doc: Y.Doc, definition: SheetDefinition, content: SheetContent): void {
  doc.transact(() => {
    for (const field of definition.fields) setCell(doc, definition, fieldAddress(field.id), content.fields[field.id] ?? null);
    const now = contentOf(doc, definition);
    for (const table of definition.tables) {
      const rows = content.tables[table.id] ?? [];
      const kept = new Set(rows.map(({ id }) => id));
      for (const row of now.tables[table.id] ?? []) if (!table.fixed && !kept.has(row.id)) goneOf(doc, table.id).set(row.id, true);
      for (const row of rows) putRow(doc, definition, table, row);
    }
  });
}

/** Writes one cell; what is there already, or cannot be there, changes nothing. A text is changed only where it differs. */
function setCell(doc: Y.Doc, definition: SheetDefinition, address: CellAddress, value: CellValue | null): void {
  const cell = cellAt(definition, address);
  if (!cell || cell.formula !== undefined) return;
  const after = cleanValue(cell, value);
  const before = readCell(doc, cell, address);
  if (sameValue(before, after)) return;
  if (isSharedText(cell)) {
    const text = textOf(doc, address);
    const change = textChange(text.toJSON(), (after as string | undefined) ?? "");
    if (change && change.remove > 0) text.delete(change.at, change.remove);
    if (change && change.insert !== "") text.insert(change.at, change.insert);
  } else if (after === undefined) cellsOf(doc).delete(address);
  else cellsOf(doc).set(address, after);
}

/** Does the acts of one person as one step; what the definition does not allow is left out. */
export function applyToDoc(doc: Y.Doc, definition: SheetDefinition, edits: readonly SheetEdit[], origin?: unknown): void {
  doc.transact(() => {
    for (const edit of edits) applyEdit(doc, definition, edit);
  }, origin);
}

function applyEdit(doc: Y.Doc, definition: SheetDefinition, edit: SheetEdit): void {
  if (edit.do === "set") return setCell(doc, definition, edit.address, edit.value);
  const table = definition.tables.find(({ id }) => id === edit.table);
  if (!table || table.fixed || !isRowId(edit.row)) return;
  if (edit.do === "remove-row") {
    if (readRow(doc, table, edit.row)) goneOf(doc, table.id).set(edit.row, true);
    return;
  }
  const known = rowsOf(doc, table.id).has(edit.row);
  const rows = visible({ fields: {}, tables: { [table.id]: stateRows(doc, table) } }).tables[table.id] ?? [];
  if (edit.do === "add-row" && !known && (table.maxRows !== undefined && rows.length >= table.maxRows || rows.length >= MOST_ROWS)) return;
  if (edit.do === "move-row" && !known) return;
  const others = rows.filter(({ id }) => id !== edit.row);
  const at = edit.after === undefined ? others.length - 1 : edit.after === null ? -1 : others.findIndex(({ id }) => id === edit.after);
  if (edit.after && at === -1) return;
  const parent = table.tree && edit.parent !== undefined && !isBelow(rows, edit.parent, edit.row) ? edit.parent : undefined;
  const place = others[at]?.order ?? null;
  // Rows that two people put at the very same place make room: those behind get places of their own.
  const sharing = others.slice(at + 1).filter(({ order }) => order === place);
  const next = others[at + 1 + sharing.length]?.order ?? null;
  let order = orderBetween(place, next);
  rowsOf(doc, table.id).set(edit.row, parent === undefined ? { order } : { order, parent });
  for (const row of sharing) {
    order = orderBetween(order, next);
    rowsOf(doc, table.id).set(row.id, row.parent === undefined ? { order } : { order, parent: row.parent });
  }
  if (goneOf(doc, table.id).has(edit.row)) goneOf(doc, table.id).delete(edit.row);
}

/** Whether `row` is `above` or stands somewhere below it: then it cannot become its parent. */
function isBelow(rows: readonly SheetRow[], row: string, above: string): boolean {
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  let at: string | undefined = row;
  while (at !== undefined) {
    if (at === above) return true;
    at = parents.get(at);
  }
  return false;
}
