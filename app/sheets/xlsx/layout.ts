/** Where everything of a sheet stands in a workbook. Ids travel along in hidden rows and columns, so that people may sort and insert. */
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { SheetContent } from "../content";
import type { CellDefinition, SheetDefinition, TableDefinition } from "../definition";

/** The first row that holds data, counted from 1: above it a hidden row with ids and one with labels. */
export const FIRST_ROW = 3;
/** The hidden worksheet that says what this file is. */
export const MARK_SHEET = "roadbook";
export const MARK = "roadbook-sheet/1";
/** In the hidden first row: the column of row ids, of parents, and the end of a column of units. */
export const ID_COLUMN = "#";
export const PARENT_COLUMN = "^";
export const UNIT_SUFFIX = "~unit";
export const VALUE_COLUMN = "value";
/** Formulas reach some rows further than there are, for what people add below. */
const SPARE_ROWS = 50;

export interface LayoutColumn {
  /** A column's id, or one of the names above. */
  id: string;
  cell: CellDefinition | null;
  role: "id" | "parent" | "label" | "value" | "unit";
}

export interface Worksheet {
  /** null: the fields. */
  table: TableDefinition | null;
  name: string;
  columns: LayoutColumn[];
  /** Ids of rows, or of fields. */
  rows: string[];
  /** The last row that formulas reach. */
  lastRow: number;
}

export interface Layout {
  worksheets: Worksheet[];
}

export const hasUnitColumn = (cell: CellDefinition): boolean => cell.type === "number" && Array.isArray(cell.unit);

export function layoutOf(definition: SheetDefinition, content: SheetContent, locale: Locale): Layout {
  const names = new Set<string>([MARK_SHEET]);
  const fields: Worksheet[] = definition.fields.length === 0 ? [] : [fieldsWorksheet(definition, locale, names)];
  return { worksheets: [...fields, ...definition.tables.map((table) => tableWorksheet(table, content, locale, names))] };
}

function fieldsWorksheet(definition: SheetDefinition, locale: Locale, names: Set<string>): Worksheet {
  const columns: LayoutColumn[] = [
    { id: ID_COLUMN, cell: null, role: "id" },
    { id: "label", cell: null, role: "label" },
    { id: VALUE_COLUMN, cell: null, role: "value" },
    { id: `${VALUE_COLUMN}${UNIT_SUFFIX}`, cell: null, role: "unit" },
  ];
  return { table: null, name: worksheetName(pick(definition.title, locale), names), columns, rows: definition.fields.map(({ id }) => id), lastRow: FIRST_ROW + definition.fields.length - 1 };
}

function tableWorksheet(table: TableDefinition, content: SheetContent, locale: Locale, names: Set<string>): Worksheet {
  const columns: LayoutColumn[] = [
    { id: ID_COLUMN, cell: null, role: "id" },
    ...(table.tree ? [{ id: PARENT_COLUMN, cell: null, role: "parent" as const }] : []),
    ...(table.fixed ? [{ id: "label", cell: null, role: "label" as const }] : []),
    ...table.columns.flatMap((cell): LayoutColumn[] => [{ id: cell.id, cell, role: "value" }, ...(hasUnitColumn(cell) ? [{ id: `${cell.id}${UNIT_SUFFIX}`, cell, role: "unit" as const }] : [])]),
  ];
  const rows = (content.tables[table.id] ?? []).map(({ id }) => id);
  const spare = table.fixed ? 0 : Math.max(SPARE_ROWS, (table.maxRows ?? 0) - rows.length);
  return { table, name: worksheetName(pick(table.title, locale), names), columns, rows, lastRow: Math.max(FIRST_ROW, FIRST_ROW + rows.length - 1 + spare) };
}

/** Excel takes 31 characters, none of these, no apostrophe at the ends, and no name twice. */
function worksheetName(title: string, names: Set<string>): string {
  const base = title.replace(/[[\]:*?/\\]/g, " ").replace(/\s+/g, " ").replace(/^[' ]+|[' ]+$/g, "") || "-";
  for (let at = 1; ; at += 1) {
    const suffix = at === 1 ? "" : ` ${at}`;
    const name = [...base].slice(0, 31 - suffix.length).join("").slice(0, 31 - suffix.length).trim() + suffix;
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    return name;
  }
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  return (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** The place of a value in a workbook: of a field, or of a table's column in a row; null where there is none. */
export function placeOf(layout: Layout, table: string | null, column: string, row: string | null): { worksheet: Worksheet; letters: string; row: number } | null {
  const worksheet = layout.worksheets.find((candidate) => (candidate.table?.id ?? null) === table);
  const at = worksheet?.columns.findIndex(({ id }) => id === column) ?? -1;
  const rowAt = row === null ? 0 : (worksheet?.rows.indexOf(row) ?? -1);
  return worksheet && at >= 0 && rowAt >= 0 ? { worksheet, letters: columnLetters(at), row: FIRST_ROW + rowAt } : null;
}
