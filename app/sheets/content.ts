/** What is written in a sheet, as plain values. The live document (Yjs) is another form of the same. */

/** A quantity whose unit was chosen. */
export interface Quantity {
  /** Decimal notation, never a float: "1250.50", "-3". */
  value: string;
  unit: string;
}

/** A row of another sheet (or of this one). */
export interface RowReference {
  sheetId: string;
  rowId: string;
  /** As it was called when it was chosen. */
  label: string;
}

/**
 * The value of a cell by its type: text, long-text, person, member → string; number with one unit, money, percent → decimal
 * notation (percent: "12.5" is 12.5 %); number with several units → Quantity; date → "2026-11-28"; choice → option id;
 * choices → option ids; rating → integer; check → boolean; reference → RowReference. An empty cell is absent.
 */
export type CellValue = string | number | boolean | string[] | Quantity | RowReference;

export interface SheetRow {
  id: string;
  /** Compared as text; rows stand in this order (fractional indexing). */
  order: string;
  parent?: string;
  cells: Record<string, CellValue>;
}

export interface SheetContent {
  fields: Record<string, CellValue>;
  /** By table; in order, without removed rows. Fixed rows are there also when empty. */
  tables: Record<string, SheetRow[]>;
}

/** A cell's address: `customer` for a field, `people/<row>/name` for a column. */
export type CellAddress = string;

export function fieldAddress(fieldId: string): CellAddress {
  return fieldId;
}

export function columnAddress(tableId: string, rowId: string, columnId: string): CellAddress {
  return `${tableId}/${rowId}/${columnId}`;
}

/** The parts of an address; null when it is none. */
export function parseAddress(address: CellAddress): { field: string } | { table: string; row: string; column: string } | null {
  const parts = address.split("/");
  if (parts.length === 1 && parts[0]) return { field: parts[0] };
  const [table, row, column] = parts;
  return parts.length === 3 && table && row && column ? { table, row, column } : null;
}

export const EMPTY_CONTENT: SheetContent = { fields: {}, tables: {} };
