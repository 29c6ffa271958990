/** Values of cells as a workbook holds them. */
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { CellValue } from "../content";
import type { CellDefinition } from "../definition";
import { decimal } from "../engine/math";
import { unitText } from "../engine/unit-text";
import type { Computed } from "../evaluation";

/** What stands in one cell of a workbook. */
export interface OutCell {
  value: string | number | boolean | Date;
  /** Excel's way of showing it. */
  format?: string;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Digits that Excel keeps of a number. */
export const EXCEL_DIGITS = 15;
export const YES_NO = { zh: ["是", "否"], en: ["yes", "no"] } as const;
export const LIST_SEPARATOR = { zh: "、", en: ", " } as const;

/** A typed cell; null when it is empty. A quantity's unit goes into the cell beside it (`unitOut`). */
export function cellOut(cell: CellDefinition, value: CellValue | undefined, locale: Locale): OutCell | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return { value: value.map((id) => optionLabel(cell, id, locale)).join(LIST_SEPARATOR[locale]) };
  if (typeof value === "boolean") return { value: YES_NO[locale][value ? 0 : 1] };
  if (typeof value === "number") return { value };
  if (typeof value === "object") return "label" in value ? textOut(value.label) : numberOut(cell, value.value);
  switch (cell.type) {
    case "number":
    case "money":
    case "percent":
      return numberOut(cell, value);
    case "date":
      return dayOut(value);
    case "choice":
      return { value: optionLabel(cell, value, locale) };
    default:
      return textOut(value);
  }
}

function textOut(text: string): OutCell | null {
  const value = clean(text);
  return value === "" ? null : { value, format: "@" };
}

/** A computed cell; null when there is nothing to show. */
export function computedOut(cell: CellDefinition, computed: Computed | undefined, locale: Locale): OutCell | null {
  if (computed === undefined) return null;
  if ("flag" in computed) return { value: YES_NO[locale][computed.flag ? 0 : 1] };
  if ("text" in computed) return cellOut(cell, computed.text, locale);
  return { value: Number(computed.value), ...formatOf(cell) };
}

/** The unit of a cell that has one of its own choice. */
export function unitOut(cell: CellDefinition, value: CellValue | undefined, locale: Locale, currency: string): string | null {
  if (typeof value === "object" && !Array.isArray(value) && "unit" in value) return unitText(value.unit, locale, currency) || value.unit;
  return null;
}

/** The fixed unit of a cell, for whoever reads the workbook. */
export function unitNote(cell: CellDefinition, locale: Locale, currency: string): string | null {
  if (cell.type === "money") return unitText("CNY", locale, currency);
  return typeof cell.unit === "string" ? unitText(cell.unit, locale, currency) || null : null;
}

function numberOut(cell: CellDefinition, digits: string): OutCell | null {
  const text = digits.trim();
  if (!DECIMAL.test(text)) return textOut(digits);
  const exact = cell.type === "percent" ? decimal(text).dividedBy(100) : decimal(text);
  // What Excel would round stays as it is written.
  if (exact.precision() > EXCEL_DIGITS || Math.abs(exact.e) > 100) return { value: cell.type === "percent" ? `${text}%` : text, format: "@" };
  return { value: exact.toNumber(), ...formatOf(cell) };
}

function formatOf(cell: CellDefinition): { format?: string } {
  const places = cell.decimals ?? (cell.type === "money" ? 2 : null);
  const zeros = places === null || places === 0 ? "" : `.${"0".repeat(places)}`;
  if (cell.type === "percent") return { format: places === null ? "0.00%" : `0${zeros}%` };
  return places === null ? {} : { format: `#,##0${zeros}` };
}

/** A day that exists, as Excel's date; anything else as it was typed. */
function dayOut(text: string): OutCell | null {
  const day = text.trim();
  const date = new Date(`${day}T00:00:00Z`);
  const exists = DAY.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= "1900-03-01";
  return exists ? { value: date, format: "yyyy-mm-dd" } : textOut(text);
}

export function optionLabel({ options = [] }: CellDefinition, id: string, locale: Locale): string {
  const option = options.find((candidate) => candidate.id === id);
  return option ? pick(option.label, locale) : id;
}

/** Characters that XML has no way to write, or should not: a file with them would not open, and the library takes them out. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFD]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;

/** A text as it can stand in a workbook. */
export function clean(text: string): string {
  return text.replace(NOT_IN_XML, "").replace(/\r\n?/g, "\n");
}
