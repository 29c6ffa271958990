/** Cells as text, in the reader's language. Exact: decimals are never turned into floats, and rounded half away from zero. */
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { CellValue } from "./content";
import { canonicalDecimal, shiftPoint } from "./decimal-text";
import type { CellDefinition } from "./definition";
import { dayNumber } from "./engine/calendar-days";
import { unitText } from "./engine/unit-text";
import type { Computed } from "./evaluation";

/** Decimal places shown unless the definition says otherwise. */
const MOST_PLACES = 6;

const formats = new Map<string, Intl.NumberFormat>();

/** One format object for each way of writing numbers: making them costs more than using them. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style ?? ""} ${options.currency ?? ""} ${options.minimumFractionDigits ?? ""} ${options.maximumFractionDigits ?? ""}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(LANGUAGE_TAG[locale], { useGrouping: true, ...options });
  formats.set(key, format);
  return format;
}

/** A decimal in the reader's notation. Intl takes decimals as text, digit by digit. */
function grouped(digits: string, locale: Locale, options: Intl.NumberFormatOptions): string {
  return numberFormat(locale, options).format(digits as `${number}`);
}

/** The value of a cell as a person reads it; "" where it is empty. What is no number or date stands as it was typed. */
export function formatCell(cell: CellDefinition, value: CellValue | undefined, locale: Locale, currency: string): string {
  if (value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map((id) => optionText(cell, id, locale)).join(locale === "zh" ? "、" : ", ");
  if (typeof value === "boolean") return value ? "✓" : "";
  if (typeof value === "object") return "label" in value ? value.label : formatAmount(cell, value.value, value.unit, locale, currency);
  if (cell.type === "choice") return optionText(cell, String(value), locale);
  if (cell.type === "date") return formatDay(String(value), locale);
  if (cell.type === "number" || cell.type === "money" || cell.type === "percent") return formatAmount(cell, String(value), [cell.unit ?? ""].flat()[0] ?? "", locale, currency);
  return String(value).trim();
}

/** A computed cell as a person reads it. */
export function formatComputed(cell: CellDefinition, computed: Computed | undefined, locale: Locale, currency: string): string {
  if (computed === undefined) return "";
  if ("flag" in computed) return computed.flag ? "✓" : "";
  if ("text" in computed) return formatCell(cell, computed.text, locale, currency);
  return formatCell(cell, cell.type === "percent" ? shiftPoint(computed.value, 2) : computed.value, locale, currency);
}

function optionText({ options = [] }: CellDefinition, id: string, locale: Locale): string {
  const option = options.find((entry) => entry.id === id);
  return option === undefined ? id : pick(option.label, locale);
}

function formatAmount(cell: CellDefinition, digits: string, unit: string, locale: Locale, currency: string): string {
  const value = canonicalDecimal(digits.trim());
  if (value === null) return digits.trim();
  const places = cell.decimals ?? (cell.type === "money" ? 2 : null);
  const fraction = places === null ? { maximumFractionDigits: MOST_PLACES } : { minimumFractionDigits: places, maximumFractionDigits: places };
  if (cell.type === "money") return grouped(value, locale, { style: "currency", currency, ...fraction });
  const plain = grouped(value, locale, fraction);
  if (cell.type === "percent") return `${plain}%`;
  const name = unitText(unit, locale, currency, value === "1");
  return name === "" ? plain : name.startsWith("/") ? `${plain}${name}` : `${plain} ${name}`;
}

const days: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** 2026年11月28日, Nov 28, 2026. */
function formatDay(date: string, locale: Locale): string {
  const day = dayNumber(date);
  if (day === null) return date;
  const format = (days[locale] ??= new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { year: "numeric", month: locale === "zh" ? "long" : "short", day: "numeric", timeZone: "UTC" }));
  return format.format(day * 86_400_000);
}
