/** What somebody put into a cell of a workbook, as the value of a sheet's cell. */
import { LOCALES, type Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { CellValue, Quantity } from "../content";
import type { CellDefinition } from "../definition";
import { dayNumber } from "../engine/calendar-days";
import { decimal } from "../engine/math";
import { unitText } from "../engine/unit-text";
import { type OfferedRow, rowNamed } from "../reference-named";
import { MOST_CHARACTERS, sameValue } from "../live/cell-value";
import { clean, EXCEL_DIGITS, YES_NO } from "./cell-out";

/** As the reader of workbooks hands it over: a number by its digits. */
export type RawCell = string | boolean | Date | { number: string } | null;

export const REFUSALS = ["not-a-number", "not-a-date", "unknown-option", "unknown-unit", "not-yes-or-no", "no-such-row", "several-rows", "too-long", "too-many-rows"] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export type CellIn = { ok: true; value: CellValue | null } | { ok: false; reason: RefusalReason };

const PLAIN_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const WRITTEN_DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const EXCEL_EPOCH_DAYS = 25_569;

const fine = (value: CellValue | null): CellIn => ({ ok: true, value });
const refuse = (reason: RefusalReason): CellIn => ({ ok: false, reason });

/** `raw` as a value of this cell; `unit` is the cell beside it where there is one, `rows` what a reference may point at. */
export function cellIn(cell: CellDefinition, raw: RawCell, unit: RawCell, currency: string, rows: readonly OfferedRow[] = []): CellIn {
  if (raw === null || (typeof raw === "string" && raw.trim() === "")) return fine(null);
  switch (cell.type) {
    case "text":
    case "long-text":
    case "person":
    case "member":
      return textIn(raw);
    case "number":
      return Array.isArray(cell.unit) ? quantityIn(cell.unit, raw, unit, currency) : numberIn(raw, 1);
    case "money":
      return numberIn(raw, 1);
    case "percent":
      return numberIn(raw, 100);
    case "rating":
      return ratingIn(raw);
    case "date":
      return dayIn(raw);
    case "choice":
      return choiceIn(cell, plain(raw));
    case "choices":
      return choicesIn(cell, plain(raw));
    case "check":
      return checkIn(raw);
    case "reference":
      return rowNamed(rows, plain(raw));
  }
}

/** Whether two values mean the same to whoever filled a workbook: `1250.50` came back as 1250.5. */
export function sameMeaning(cell: CellDefinition, a: CellValue | null, b: CellValue | null): boolean {
  if (sameValue(a, b)) return true;
  if (cell.type === "choices" && Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((id) => b.includes(id));
  if (typeof a === "object" && typeof b === "object" && a && b && "unit" in a && "unit" in b) return a.unit === b.unit && sameDigits(a.value, b.value);
  if (typeof a === "object" && typeof b === "object" && a && b && "rowId" in a && "rowId" in b) return a.rowId === b.rowId && a.sheetId === b.sheetId;
  if (typeof a !== "string" || typeof b !== "string") return false;
  return ["number", "money", "percent"].includes(cell.type) ? sameDigits(a, b) : clean(a) === clean(b);
}

function sameDigits(a: string, b: string): boolean {
  return PLAIN_NUMBER.test(a.trim()) && PLAIN_NUMBER.test(b.trim()) ? decimal(a.trim()).equals(decimal(b.trim())) : a.trim() === b.trim();
}

/** A cell as the text that a person reads in it. */
export function plain(raw: RawCell): string {
  if (raw === null) return "";
  if (raw instanceof Date) return raw.toISOString().slice(0, 10);
  if (typeof raw === "object") return digitsOf(raw.number) ?? raw.number;
  return typeof raw === "boolean" ? String(raw).toUpperCase() : clean(raw);
}

function textIn(raw: RawCell): CellIn {
  const text = plain(raw);
  return text.length > MOST_CHARACTERS ? refuse("too-long") : fine(text);
}

/** Excel's own number, rounded to what Excel shows of it, or null. */
function digitsOf(number: string): string | null {
  return PLAIN_NUMBER.test(number) ? decimal(number).toSignificantDigits(EXCEL_DIGITS).toFixed() : null;
}

/** `times`: 100 where Excel holds a share and the sheet a percentage. Text may have separators, signs of money and a %. */
function numberIn(raw: RawCell, times: 1 | 100): CellIn {
  if (raw !== null && typeof raw === "object" && "number" in raw) {
    const digits = digitsOf(raw.number);
    return digits === null ? refuse("not-a-number") : fine(decimal(digits).times(times).toFixed());
  }
  const text = plain(raw).normalize("NFKC").replace(/[\s,¥$€]/g, "");
  const digits = times === 100 ? text.replace(/%$/, "") : text;
  return PLAIN_NUMBER.test(digits) ? fine(decimal(digits).toFixed()) : refuse("not-a-number");
}

function quantityIn(units: readonly string[], raw: RawCell, unit: RawCell, currency: string): CellIn {
  const digits = numberIn(raw, 1);
  if (!digits.ok) return digits;
  const wanted = squeeze(plain(unit));
  const own = wanted === "" ? units[0] : units.find((candidate) => squeeze(candidate) === wanted || LOCALES.some((locale) => [true, false].some((one) => squeeze(unitText(candidate, locale, currency, one)) === wanted)));
  return own === undefined ? refuse("unknown-unit") : fine({ value: digits.value as string, unit: own } satisfies Quantity);
}

function ratingIn(raw: RawCell): CellIn {
  const digits = numberIn(raw, 1);
  const value = digits.ok ? Number(digits.value) : Number.NaN;
  return Number.isSafeInteger(value) ? fine(value) : refuse("not-a-number");
}

function dayIn(raw: RawCell): CellIn {
  const text = raw !== null && typeof raw === "object" && "number" in raw ? ofSerial(raw.number) : plain(raw).trim();
  const match = WRITTEN_DAY.exec(text);
  const day = match ? `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}` : text;
  return dayNumber(day) === null ? refuse("not-a-date") : fine(day);
}

/** A date that lost its format is a count of days. */
function ofSerial(number: string): string {
  const days = Number(number);
  return Number.isInteger(days) && days > 60 && days < 100_000 ? new Date((days - EXCEL_EPOCH_DAYS) * 86_400_000).toISOString().slice(0, 10) : number;
}

const squeeze = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Every way in which an option can be written, longest first. */
function spellings({ options = [] }: CellDefinition): { text: string; id: string }[] {
  return options.flatMap(({ id, label }) => [id, ...LOCALES.map((locale: Locale) => pick(label, locale))].map((text) => ({ text: squeeze(text), id }))).sort((a, b) => b.text.length - a.text.length);
}

function choiceIn(cell: CellDefinition, text: string): CellIn {
  const wanted = squeeze(text);
  const found = spellings(cell).find((spelling) => spelling.text === wanted);
  return found ? fine(found.id) : refuse("unknown-option");
}

/** Labels one after another; a label may itself hold a comma, so the longest that fits is taken. */
function choicesIn(cell: CellDefinition, text: string): CellIn {
  const ids: string[] = [];
  let rest = squeeze(text);
  while (rest !== "") {
    const separator = /^[、,;/|]+/.exec(rest);
    if (separator) {
      rest = rest.slice(separator[0].length);
      continue;
    }
    const found = spellings(cell).find((spelling) => rest.startsWith(spelling.text) && /^($|[、,;/|])/.test(rest.slice(spelling.text.length)));
    if (!found) return refuse("unknown-option");
    ids.push(found.id);
    rest = rest.slice(found.text.length);
  }
  return fine(ids.length > 0 ? [...new Set(ids)] : null);
}

const YES = new Set<string>([...LOCALES.map((locale) => YES_NO[locale][0] as string), "true", "y", "1", "✓", "√", "x"]);
const NO = new Set<string>([...LOCALES.map((locale) => YES_NO[locale][1] as string), "false", "n", "0", "✗", "×", "-"]);

function checkIn(raw: RawCell): CellIn {
  if (typeof raw === "boolean") return fine(raw);
  const text = squeeze(plain(raw));
  if (YES.has(text)) return fine(true);
  return NO.has(text) ? fine(false) : refuse("not-yes-or-no");
}
