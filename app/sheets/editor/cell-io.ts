/** Cells as people read and type them. */
import type { Locale } from "~/i18n/locale";
import type { CellValue } from "../content";
import type { CellDefinition } from "../definition";
import type { CellProblem, Computed } from "../evaluation";
import { formatCell, formatComputed } from "../format";
import { parseCell } from "../parse-cell";
import type { OfferedRow } from "../reference-named";

export interface CellIo {
  locale: Locale;
  /** ISO 4217. */
  currency: string;
  /** `2026-11-28`. */
  today: string;
  /** What references may point at, by their `of`; none where nothing is typed. */
  references?: Readonly<Record<string, readonly OfferedRow[]>>;
}

/** What a text comes to in a cell; why not, where it makes no value of its type. */
export type ReadText = { value: CellValue | null } | { problem: CellProblem };

type Shown = CellValue | Computed | undefined;

/** Texts that are written as they are typed, and merge with what others type in them. */
export function isLiveText({ type, formula }: CellDefinition): boolean {
  return (type === "text" || type === "long-text") && formula === undefined;
}

/** A value or a computed one, as a person reads it. */
export function shownText(cell: CellDefinition, value: Shown, { locale, currency }: CellIo): string {
  if (value === undefined) return "";
  if (typeof value === "object" && !Array.isArray(value) && !("label" in value) && cell.formula !== undefined) return formatComputed(cell, value as Computed, locale, currency);
  return formatCell(cell, value as CellValue, locale, currency);
}

/** A number as it is read in a field whose unit stands beside it; what is no number as it was typed. */
export function shownNumber(cell: CellDefinition, value: CellValue | undefined, { locale, currency }: CellIo): string {
  if (typeof value !== "string") return "";
  return formatCell({ id: cell.id, label: cell.label, type: "number", ...(cell.decimals === undefined ? {} : { decimals: cell.decimals }) }, value, locale, currency);
}

/** A value as it is typed on. */
export function typedText(cell: CellDefinition, value: CellValue | undefined, io: CellIo): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return shownText(cell, value, io);
}

/** A value as a spreadsheet takes it: bare numbers and ISO days, so that they are numbers and days there, too. */
export function copyText(cell: CellDefinition, value: Shown, io: CellIo): string {
  if (typeof value === "string" && (cell.type === "number" || cell.type === "money" || cell.type === "date")) return value;
  if (typeof value === "string" && cell.type === "percent") return `${value}%`;
  if (typeof value === "object" && !Array.isArray(value) && "value" in value && !("label" in value) && cell.formula !== undefined && cell.type !== "percent") return value.value;
  return shownText(cell, value, io);
}

/** What a typed or pasted text comes to in a cell. */
export function readText(cell: CellDefinition, text: string, { today, references }: CellIo): ReadText {
  return text.trim() === "" ? { value: null } : parseCell(cell, text, today, references);
}

/** What is kept in the cell of a text that makes no value of its type, so that it is not lost; null where the cell can hold no text. */
export function keptText({ type, unit }: CellDefinition, text: string): CellValue | null {
  switch (type) {
    case "rating":
    case "check":
    case "reference":
      return null;
    case "choices":
      return [text.trim()];
    case "number":
      return Array.isArray(unit) ? { value: text.trim(), unit: unit[0] ?? "" } : text.trim();
    default:
      return text;
  }
}
