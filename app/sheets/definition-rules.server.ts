/** Rules of a definition file that a shape alone does not say: what belongs to which type, and that names fit together. */
import type { z } from "zod";
import type { CellDefinition, SheetDefinition, TableDefinition } from "./definition";
import { placeholders } from "./placeholders";
import { RESERVED, ROW_KEYS } from "./names";

type Path = PropertyKey[];
type Report = (path: Path, message: string) => void;

const CHOICES = ["choice", "choices"];
const AMOUNTS = ["number", "money", "percent"];
const LIMITED = [...AMOUNTS, "rating"];
const TEXTS = ["text", "long-text"];
/** What a formula can answer. */
const COMPUTABLE = [...LIMITED, "text", "check", "date", "choice"];

/** Reports everything that is wrong with a definition whose shape is right. */
export function definitionRules(definition: SheetDefinition, context: z.RefinementCtx<SheetDefinition>): void {
  const report: Report = (path, message) => context.addIssue({ code: "custom", path, message });
  const groups = new Set(definition.groups?.map((group) => group.id));
  if (definition.fields.length + definition.tables.length === 0) report([], "has neither fields nor tables — add some");
  uniqueNames(definition, report);
  unique(definition.groups, ["groups"], report);
  unique(definition.complete, ["complete"], report);
  unique(definition.checks, ["checks"], report);
  definition.fields.forEach((field, at) => cellRules(field, groups, ["fields", at], report));
  definition.tables.forEach((table, at) => tableRules(table, groups, ["tables", at], report));
  checksRules(definition, report);
  exampleNames(definition, report);
}

/** Fields, tables and a table's columns are names in one expression: no two may be alike. */
function uniqueNames(definition: SheetDefinition, report: Report): void {
  const top = new Map<string, string>();
  const take = (names: Map<string, string>, id: string, what: string, path: Path): void => {
    const other = names.get(id) ?? top.get(id);
    if (other !== undefined) report(path, `"${id}" is also ${other} — names must be unique in a sheet (columns of different tables may be alike)`);
    if (RESERVED.has(id)) report(path, `"${id}" means something in expressions — choose another name`);
    names.set(id, what);
  };
  definition.fields.forEach((field, at) => take(top, field.id, "a field", ["fields", at, "id"]));
  definition.tables.forEach((table, at) => take(top, table.id, "a table", ["tables", at, "id"]));
  definition.tables.forEach((table, at) => {
    const columns = new Map<string, string>();
    table.columns.forEach((column, index) => {
      const path = ["tables", at, "columns", index, "id"];
      take(columns, column.id, `a column of ${table.id}`, path);
      if (ROW_KEYS.has(column.id)) report(path, `"${column.id}" is what a row of an example says of itself — choose another name`);
    });
  });
}

function unique(list: readonly { id: string }[] | undefined, path: Path, report: Report): void {
  list?.forEach(({ id }, at) => {
    if (list.findIndex((other) => other.id === id) < at) report([...path, at, "id"], `"${id}" is used twice — ids must be unique`);
  });
}

function cellRules(cell: CellDefinition & { group?: string }, groups: ReadonlySet<string>, path: Path, report: Report): void {
  const only = (key: keyof CellDefinition, types: readonly string[]): void => {
    if (cell[key] !== undefined && !types.includes(cell.type)) report([...path, key], `does not belong to the type ${cell.type} — only to ${types.join(", ")}`);
  };
  only("options", CHOICES);
  only("min", LIMITED);
  only("max", LIMITED);
  only("ends", ["rating"]);
  only("unit", ["number"]);
  only("decimals", AMOUNTS);
  only("of", ["person", "reference"]);
  only("maxChars", TEXTS);
  if (cell.formula !== undefined && !COMPUTABLE.includes(cell.type)) report([...path, "formula"], `does not belong to the type ${cell.type} — only to ${COMPUTABLE.join(", ")}`);
  if (CHOICES.includes(cell.type) && cell.options === undefined) report(path, `has the type ${cell.type} but no options — add them`);
  unique(cell.options, [...path, "options"], report);
  if (cell.type === "rating") ratingRules(cell, path, report);
  else if (cell.min !== undefined && cell.max !== undefined && cell.min >= cell.max) report([...path, "max"], `${cell.max} is not above min ${cell.min}`);
  if (Array.isArray(cell.unit) && cell.formula !== undefined) report([...path, "unit"], "a computed cell has one unit — name the one of the result");
  if (cell.type === "reference" && !/^[a-z0-9-]+\.[A-Za-z]\w*$/.test(cell.of ?? "")) report([...path, cell.of === undefined ? "type" : "of"], "a reference says whose rows it takes — of: <sheet key>.<table>");
  if (cell.group !== undefined && !groups.has(cell.group)) report([...path, "group"], `"${cell.group}" is not in groups — correct it or add the group`);
}

function ratingRules({ min, max }: CellDefinition, path: Path, report: Report): void {
  if (min === undefined || max === undefined) return report(path, "a rating needs min and max, such as min: 1, max: 5");
  if (!Number.isInteger(min) || !Number.isInteger(max)) return report([...path, "min"], "min and max of a rating must be whole numbers");
  if (max <= min || max - min > 10) report([...path, "max"], `a rating from ${min} to ${max} does not fit on a line — 2 to 11 steps`);
}

function tableRules(table: TableDefinition, groups: ReadonlySet<string>, path: Path, report: Report): void {
  table.columns.forEach((column, at) => cellRules(column, groups, [...path, "columns", at], report));
  if (!table.columns.some((column) => column.id === table.rowTitle)) report([...path, "rowTitle"], `"${table.rowTitle}" is no column of ${table.id} — name the column that names the row`);
  unique(table.fixed, [...path, "fixed"], report);
  for (const key of ["minRows", "maxRows", "tree"] as const) {
    if (table.fixed !== undefined && table[key] !== undefined) report([...path, key], "fixed rows are always there, all of them — leave it out");
  }
  if (table.minRows !== undefined && table.maxRows !== undefined && table.minRows > table.maxRows) report([...path, "maxRows"], `${table.maxRows} is below minRows ${table.minRows}`);
}

function checksRules(definition: SheetDefinition, report: Report): void {
  definition.checks.forEach((check, index) => {
    const path: Path = ["checks", index];
    const table = definition.tables.find((entry) => entry.id === check.each);
    if (check.each !== undefined && table === undefined) return report([...path, "each"], `"${check.each}" is no table — must be one of ${definition.tables.map((entry) => entry.id).join(", ")}`);
    const cells = new Set([...(table?.columns ?? []), ...definition.fields].map((cell) => cell.id));
    const known = `must be one of ${[...cells].join(", ")}`;
    if (check.at !== undefined && !cells.has(check.at)) report([...path, "at"], `"${check.at}" is no ${table === undefined ? "field" : `column of ${table.id} and no field`} — ${known}`);
    for (const locale of ["zh", "en"] as const) {
      for (const name of placeholders(check.message[locale])) {
        if (!cells.has(name)) report([...path, "message", locale], `{{${name}}} is no cell here — ${known}`);
      }
    }
  });
}

function exampleNames(definition: SheetDefinition, report: Report): void {
  const cells = (list: readonly CellDefinition[], values: object, path: Path): void => {
    for (const id of Object.keys(values)) {
      const cell = list.find((entry) => entry.id === id);
      if (cell === undefined) report([...path, id], `"${id}" is not defined — must be one of ${list.map((entry) => entry.id).join(", ")}`);
      else if (cell.formula !== undefined) report([...path, id], `"${id}" is computed — leave it out`);
    }
  };
  cells(definition.fields, definition.example.fields, ["example", "fields"]);
  for (const [id, rows] of Object.entries(definition.example.tables)) {
    const table = definition.tables.find((entry) => entry.id === id);
    const path: Path = ["example", "tables", id];
    if (table === undefined) {
      report(path, `"${id}" is no table — must be one of ${definition.tables.map((entry) => entry.id).join(", ")}`);
      continue;
    }
    unique(rows, path, report);
    rows.forEach((row, at) => {
      const { id: rowId, parent, ...values } = row;
      cells(table.columns, values, [...path, at]);
      if (table.fixed !== undefined && !table.fixed.some((fixed) => fixed.id === rowId)) report([...path, at, "id"], `"${rowId}" is not among the fixed rows — must be one of ${table.fixed.map((fixed) => fixed.id).join(", ")}`);
      if (parent === undefined) return;
      if (table.tree !== true) report([...path, at, "parent"], "only rows of a tree have a parent — set tree: true, or leave it out");
      else if (typeof parent !== "string" || !rows.some((other) => other.id === parent && other.id !== rowId)) report([...path, at, "parent"], `"${JSON.stringify(parent)}" is no other row of ${id}`);
    });
  }
}
