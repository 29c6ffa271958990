/** What is offered while a cell is typed into. Pure. */
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import type { CellValue, SheetContent } from "../content";
import type { CellDefinition, SheetDefinition } from "../definition";
import type { SheetScreen } from "../sheet-screen";
import { ratingValues } from "./looks";
import { nameOfRow } from "./places";

export interface Suggestion {
  key: string;
  label: string;
  hint?: string;
  value: CellValue;
  /** It is what the cell holds now. */
  chosen: boolean;
}

export interface Offer {
  suggestions: Suggestion[];
  /** Only what is offered makes a value: what is typed searches in it. */
  strict: boolean;
  /** Several can be chosen. */
  several: boolean;
}

const NOTHING: Offer = { suggestions: [], strict: false, several: false };

export interface SuggestSources {
  definition: SheetDefinition;
  content: SheetContent;
  locale: Locale;
  people: SheetScreen["people"];
  references: SheetScreen["references"];
}

/** Everything that a cell offers, before anything is typed. */
export function offerOf(cell: CellDefinition, value: CellValue | undefined, sources: SuggestSources): Offer {
  const { locale } = sources;
  switch (cell.type) {
    case "choice":
    case "choices": {
      const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
      const suggestions = (cell.options ?? []).map(({ id, label, hint }) => ({ key: id, label: pick(label, locale), value: id, chosen: chosen.includes(id), ...(hint ? { hint: pick(hint, locale) } : {}) }));
      return { suggestions, strict: true, several: cell.type === "choices" };
    }
    case "rating":
      return { suggestions: ratingValues(cell).map((one) => ratingSuggestion(cell, one, value, locale)), strict: true, several: false };
    case "person":
      return { ...NOTHING, suggestions: named(peopleOf(cell, sources), value) };
    case "member":
      return { ...NOTHING, suggestions: named(sources.people.map(({ name }) => name), value) };
    case "reference": {
      const rows = sources.references[cell.of ?? ""] ?? [];
      const now = typeof value === "object" && !Array.isArray(value) && "rowId" in value ? value : null;
      const suggestions = rows.map(({ sheetId, rowId, label, sheet }) => ({ key: `${sheetId}/${rowId}`, label, hint: sheet, value: { sheetId, rowId, label }, chosen: now?.sheetId === sheetId && now.rowId === rowId }));
      return { suggestions, strict: true, several: false };
    }
    case "text":
    case "long-text":
    case "number":
    case "money":
    case "percent":
    case "date":
    case "check":
      return NOTHING;
  }
}

function ratingSuggestion(cell: CellDefinition, one: number, value: CellValue | undefined, locale: Locale): Suggestion {
  const values = ratingValues(cell);
  const end = one === values[0] ? cell.ends?.min : one === values.at(-1) ? cell.ends?.max : undefined;
  const label = one > 0 && values[0]! < 0 ? `+${one}` : String(one).replace("-", "−");
  return { key: String(one), label, value: one, chosen: value === one, ...(end ? { hint: pick(end, locale) } : {}) };
}

function named(names: readonly string[], value: CellValue | undefined): Suggestion[] {
  return [...new Set(names)].map((name) => ({ key: name, label: name, value: name, chosen: value === name }));
}

/** People at the customer: the rows of the table that the cell names, else everybody who is named in such a cell. */
function peopleOf(cell: CellDefinition, { definition, content, locale }: SuggestSources): string[] {
  const table = definition.tables.find(({ id }) => id === cell.of);
  if (table) return (content.tables[table.id] ?? []).map((row) => nameOfRow(table, row, locale)).filter((name) => name !== null);
  const inFields = definition.fields.filter(({ type }) => type === "person").map(({ id }) => content.fields[id]);
  const inTables = definition.tables.flatMap(({ id, columns }) => columns.filter(({ type }) => type === "person").flatMap((column) => (content.tables[id] ?? []).map((row) => row.cells[column.id])));
  return [...inFields, ...inTables].filter((name): name is string => typeof name === "string" && name.trim() !== "");
}

/** What is left of an offer when something is typed: what begins with it first, then what has it inside, in name or hint. */
export function narrowed(suggestions: readonly Suggestion[], typed: string): Suggestion[] {
  const wanted = plain(typed);
  if (wanted === "") return [...suggestions];
  const rank = ({ label, hint = "" }: Suggestion): number => (plain(label).startsWith(wanted) ? 0 : plain(label).includes(wanted) ? 1 : plain(hint).includes(wanted) ? 2 : 3);
  return suggestions
    .map((suggestion) => ({ suggestion, rank: rank(suggestion) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ suggestion }) => suggestion);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace("−", "-").trim().toLowerCase();
}

/** The list of chosen options with one put in or taken out, in the order of the definition. */
export function toggled(cell: CellDefinition, value: CellValue | undefined, option: string): string[] | null {
  const now = Array.isArray(value) ? value : [];
  const next = now.includes(option) ? now.filter((id) => id !== option) : [...now, option];
  const order = (cell.options ?? []).map(({ id }) => id);
  const sorted = [...order.filter((id) => next.includes(id)), ...next.filter((id) => !order.includes(id))];
  return sorted.length > 0 ? sorted : null;
}
