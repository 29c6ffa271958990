/** Contents as people write them in files (examples, corpus) made into contents. */
import type { Locale } from "~/i18n/locale";
import type { CellValue, SheetContent, SheetRow } from "./content";
import type { CellDefinition, ExampleContent, ExampleValue, SheetDefinition } from "./definition";
import { dayAfter } from "./engine/calendar-days";
import { orderBetween } from "./live/order";

const RELATIVE_DAY = /^today\s*(?:([+-])\s*(\d{1,4}))?$/;

/** The filled example of a definition as a content; `today` ("2026-11-28") is what relative dates count from. */
export function exampleContent(definition: SheetDefinition, locale: Locale, today: string): SheetContent {
  return contentOf(definition, definition.example, locale, today);
}

/** A content from cells as they are written in files. Cells and tables that the definition lacks are left out. */
export function contentOf(definition: SheetDefinition, written: Pick<ExampleContent, "fields" | "tables">, locale: Locale, today: string): SheetContent {
  const cells = (list: readonly CellDefinition[], values: Readonly<Record<string, ExampleValue>>): Record<string, CellValue> =>
    Object.fromEntries(list.flatMap((cell) => (values[cell.id] === undefined ? [] : [[cell.id, cellValue(cell, values[cell.id]!, locale, today)]])));
  const tables = definition.tables.map(({ id, columns, fixed }) => {
    const rows = written.tables[id] ?? [];
    const orders = ordersFor(fixed?.length ?? rows.length);
    const made = rows.map((row, at): SheetRow => {
      const parent = typeof row["parent"] === "string" ? { parent: row["parent"] } : {};
      return { id: row.id, order: orders[at] ?? "", ...parent, cells: cells(columns, row) };
    });
    const all = fixed?.map((row, at) => ({ id: row.id, order: orders[at] ?? "", cells: made.find((entry) => entry.id === row.id)?.cells ?? {} }));
    return [id, all ?? made] as const;
  });
  return { fields: cells(definition.fields, written.fields), tables: Object.fromEntries(tables) };
}

function ordersFor(count: number): string[] {
  const places: string[] = [];
  for (let at = 0; at < count; at++) places.push(orderBetween(places.at(-1) ?? null, null, 0));
  return places;
}

function cellValue(cell: CellDefinition, value: ExampleValue, locale: Locale, today: string): CellValue {
  if (typeof value === "object" && !Array.isArray(value)) return "value" in value ? value : value[locale];
  if (typeof value === "number") return cell.type === "rating" ? value : String(value);
  if (cell.type === "date" && typeof value === "string") return absoluteDay(value, today);
  if (cell.type === "choice") return String(value);
  return value;
}

/** `today+14` as a day; anything else stays as it is. */
export function absoluteDay(text: string, today: string): string {
  const match = RELATIVE_DAY.exec(text.trim());
  return match === null ? text : dayAfter(today, Number(`${match[1] ?? ""}${match[2] ?? "0"}`));
}
