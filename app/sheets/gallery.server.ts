/** Tool sheets for the gallery: definitions straight from content/sheets, filled in as their examples. Not used in production. */
import { isoDay } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { EMPTY_CONTENT, type SheetContent } from "./content";
import { evaluate } from "./evaluate";
import { exampleContent } from "./example-content";
import { readDefinitions } from "./read-definitions.server";
import type { SheetScreen } from "./sheet-screen";

const PEOPLE = [
  { id: "p1", name: "林岚" },
  { id: "p2", name: "周敏" },
  { id: "p3", name: "陈卓" },
];

export async function gallerySheet(key: string, { locale, empty, locked, now }: { locale: Locale; empty: boolean; locked: boolean; now: Date }): Promise<SheetScreen | null> {
  const definition = (await readDefinitions("content")).find(({ name }) => name === key)?.value;
  if (!definition) return null;
  const timeZone = "Asia/Shanghai";
  const today = isoDay(now, timeZone);
  const fixed = Object.fromEntries(definition.tables.map((table) => [table.id, (table.fixed ?? []).map(({ id }, at) => ({ id, order: String(at), cells: {} }))]));
  const content: SheetContent = empty ? { ...EMPTY_CONTENT, tables: fixed } : exampleContent(definition, locale, today);
  return {
    id: key,
    title: definition.example.title[locale],
    definition,
    written: locale,
    currency: "CNY",
    version: 12,
    content,
    evaluation: evaluate(definition, content, { locale, today, currency: "CNY" }),
    right: "edit",
    locked: locked ? { at: now, by: "林岚" } : null,
    changedAt: now,
    origin: null,
    cohort: null,
    today,
    timeZone,
    me: PEOPLE[0]!,
    people: PEOPLE,
    comments: [],
    contributions: [],
    reading: {},
    history: null,
    references: {},
    live: null,
  };
}
