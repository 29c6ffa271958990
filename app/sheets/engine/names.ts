/** What the names of an expression stand for: columns of the row, then of rows around it, then fields and tables, then units. */
import type { CellDefinition, ColumnDefinition, SheetDefinition, TableDefinition } from "../definition";
import { parseUnit, type Unit } from "./units";
import { ExpressionError } from "./tree";

export interface NamedTable {
  table: TableDefinition;
  /** Among the tables. */
  index: number;
}

export type Meaning =
  | { kind: "column"; cell: ColumnDefinition; table: NamedTable; index: number; /** 0 = the row itself, 1 = the row around it. */ level: number }
  | { kind: "field"; cell: CellDefinition; index: number }
  | { kind: "table"; table: NamedTable }
  | { kind: "list"; cell: ColumnDefinition; table: NamedTable; index: number }
  | { kind: "unit"; unit: Unit };

/** Where an expression stands. */
export interface Place {
  definition: SheetDefinition;
  /** The tables in whose rows it stands, innermost first; none for fields and the sheet. */
  rows: readonly NamedTable[];
}

/** How many rows may lie around one another: a look at every pair of rows, not at every triple. */
export const MOST_ROW_LEVELS = 2;

export function tableNamed(definition: SheetDefinition, id: string): NamedTable | null {
  const index = definition.tables.findIndex((table) => table.id === id);
  const table = definition.tables[index];
  return table === undefined ? null : { table, index };
}

/** What a name means here; throws an ExpressionError when it means nothing. */
export function meaningOf(name: string, { definition, rows }: Place): Meaning {
  for (const [level, table] of rows.entries()) {
    const column = columnNamed(table, name);
    if (column !== null) return { kind: "column", table, level, ...column };
  }
  const index = definition.fields.findIndex((field) => field.id === name);
  const cell = definition.fields[index];
  if (cell !== undefined) return { kind: "field", cell, index };
  const table = tableNamed(definition, name);
  if (table !== null) return { kind: "table", table };
  const unit = parseUnit(name);
  if (unit !== null) return { kind: "unit", unit };
  const columns = rows.flatMap(({ table: { columns: list } }) => list.map((column) => column.id));
  throw new ExpressionError(`"${name}" is nothing here — there are ${[...columns, ...definition.fields.map((field) => field.id), ...definition.tables.map((entry) => entry.id)].join(", ")}`);
}

/** What `of.name` means here: a table's column, or with `outer` a column of the row around. */
export function memberMeaning(of: string, name: string, { definition, rows }: Place): Meaning {
  if (of === "outer") {
    const around = rows[1];
    if (around === undefined) throw new ExpressionError(`outer.${name}: there is no row around this one — use ${name}`);
    return { kind: "column", table: around, level: 1, ...columnOf(around, name) };
  }
  const table = tableNamed(definition, of);
  if (table === null) throw new ExpressionError(`"${of}" is no table — there are ${definition.tables.map((entry) => entry.id).join(", ") || "none"}`);
  return { kind: "list", table, ...columnOf(table, name) };
}

function columnNamed({ table }: NamedTable, id: string): { cell: ColumnDefinition; index: number } | null {
  const index = table.columns.findIndex((column) => column.id === id);
  const cell = table.columns[index];
  return cell === undefined ? null : { cell, index };
}

export function columnOf(table: NamedTable, id: string): { cell: ColumnDefinition; index: number } {
  const column = columnNamed(table, id);
  if (column === null) throw new ExpressionError(`"${id}" is no column of ${table.table.id} — there are ${table.table.columns.map((entry) => entry.id).join(", ")}`);
  return column;
}

/** The place inside a row of a table. */
export function within(place: Place, table: NamedTable): Place {
  if (place.rows.length >= MOST_ROW_LEVELS) throw new ExpressionError(`looks at rows within rows more than ${MOST_ROW_LEVELS} deep — compute a part of it in a cell`);
  return { definition: place.definition, rows: [table, ...place.rows] };
}
