/** Real definitions with contents made of few cells, for the tests of pictures; nothing in the app imports it. */
import { readDefinitions } from "../read-definitions.server";
import type { SheetContent } from "../content";
import type { ExampleContent, ExampleValue, SheetDefinition } from "../definition";
import { evaluate } from "../evaluate";
import type { Evaluation } from "../evaluation";
import { contentOf } from "../example-content";

const definitions = await readDefinitions("content");

/** Rows with their ids, whichever cells they have. */
export type Rows = ({ id: string } & Partial<Record<string, ExampleValue>>)[];

export function definitionOf(key: string): SheetDefinition {
  const definition = definitions.find((file) => file.name === key)?.value;
  if (!definition) throw new Error(`no sheet "${key}"`);
  return definition;
}

/** A sheet with these cells, evaluated on 28 November 2026. */
export function sheetWith(key: string, fields: ExampleContent["fields"], tables: Record<string, Rows>): { definition: SheetDefinition; content: SheetContent; evaluation: Evaluation } {
  const definition = definitionOf(key);
  const written = Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.map((row) => filledCells(row))]));
  const content = contentOf(definition, { fields, tables: written }, "zh", "2026-11-28");
  return { definition, content, evaluation: evaluate(definition, content, { locale: "zh", today: "2026-11-28", currency: "CNY" }) };
}

function filledCells(row: Rows[number]): Record<string, ExampleValue> & { id: string } {
  const cells = Object.entries(row).flatMap(([cell, value]) => (value === undefined ? [] : [[cell, value] as const]));
  return { ...Object.fromEntries(cells), id: row.id };
}
