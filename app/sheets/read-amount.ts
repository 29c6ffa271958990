/** Numbers as people type and paste them: full width, with separators, 万 and k, currency, percent sign and unit. */
import type { CellValue } from "./content";
import { canonicalDecimal, shiftPoint } from "./decimal-text";
import type { CellDefinition } from "./definition";
import { unitText } from "./engine/unit-text";
import type { CellProblem } from "./evaluation";

/** What a text came to: a value (null: the cell is emptied), or why it is none. */
export type ReadCell = { value: CellValue | null } | { problem: CellProblem };

const NOT_A_NUMBER: ReadCell = { problem: { code: "not-a-number" } };
/** Powers of ten by suffix. A single m may be milli, metres or minutes, so only a capital M is a million, and only of money. */
const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, k: 3, thousand: 3, million: 6, billion: 9 };
const MONEY_MULTIPLIERS: Readonly<Record<string, number>> = { M: 6, mn: 6, bn: 9, w: 4, W: 4 };
const CURRENCY = /^(?:¥|\$|€|£|cny|rmb|usd|eur|cn¥|us\$|hk\$)\s*|\s*(?:元|块钱?|人民币|cny|rmb|usd|eur)$/gi;
const NUMBER = /^([+-]?)\s*((?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d*)?)\s*(.*)$/;

/** Reads a text for a cell of the type number, money or percent. */
export function readAmount(cell: CellDefinition, text: string): ReadCell {
  let plain = text.normalize("NFKC").replace(/[−–]/g, "-").replace(/[’'](?=\d{3})/g, ",").replace(/\s+/g, " ").trim();
  // Bookkeepers' way of writing what is negative.
  if (/^\(.+\)$/.test(plain)) plain = `-${plain.slice(1, -1).trim()}`;
  if (cell.type === "money") plain = withoutCurrency(plain);
  const [, sign = "", digits = "", rest = ""] = NUMBER.exec(plain) ?? [];
  const value = canonicalDecimal(sign + digits.replace(/[, ]/g, ""));
  if (value === null) return NOT_A_NUMBER;
  const units = [cell.unit ?? []].flat();
  // 千瓦时 is a unit, not a thousand of something.
  const { places, left } = spelled(units, rest) === undefined ? multiplier(rest.trim(), cell.type === "money") : { places: 0, left: rest };
  const amount = shiftPoint(value, places);
  switch (cell.type) {
    case "money":
      return left === "" || withoutCurrency(left) === "" ? { value: amount } : NOT_A_NUMBER;
    case "percent":
      return left === "" || left === "%" ? { value: amount } : NOT_A_NUMBER;
    default:
      return withUnit(units, Array.isArray(cell.unit), amount, left);
  }
}

/** Without the currency before or behind, also behind a sign: -¥5. */
function withoutCurrency(text: string): string {
  const sign = /^[+-]\s*/.exec(text)?.[0].trim() ?? "";
  return sign + text.slice(sign.length).trim().replace(CURRENCY, "").trim();
}

function multiplier(rest: string, money: boolean): { places: number; left: string } {
  const known = Object.entries(money ? { ...MULTIPLIERS, ...MONEY_MULTIPLIERS } : MULTIPLIERS).sort(([a], [b]) => b.length - a.length);
  const found = known.find(([word]) => {
    if (!rest.toLowerCase().startsWith(word.toLowerCase()) || (word.length === 1 && /[A-Z]/.test(word) && !rest.startsWith(word))) return false;
    // A Latin suffix ends there: 5k, 5 k, but not 5 kWh.
    return !/[a-z]/i.test(word) || !/^[a-z]/i.test(rest.slice(word.length));
  });
  return found === undefined ? { places: 0, left: rest } : { places: found[1], left: rest.slice(found[0].length).trim() };
}

function withUnit(units: readonly string[], chosen: boolean, value: string, left: string): ReadCell {
  const [first = ""] = units;
  const unit = left === "" ? first : spelled(units, left);
  if (unit === undefined) return units.length === 0 || !/^[\p{L}/]/u.test(left) ? NOT_A_NUMBER : { problem: { code: "unit-mismatch", detail: left } };
  return { value: chosen ? { value, unit } : value };
}

function spelled(units: readonly string[], text: string): string | undefined {
  const wanted = text.toLowerCase().replace(/\s/g, "");
  return units.find((unit) => spellings(unit).has(wanted));
}

const known = new Map<string, ReadonlySet<string>>();
const ALSO: Readonly<Record<string, readonly string[]>> = { h: ["hr", "hrs", "时"], day: ["d", "日"], month: ["月", "mo"], year: ["yr", "yrs"], person: ["个人", "名"], piece: ["个", "pcs"], t: ["ton", "tons"], m2: ["m2", "㎡"], kWh: ["千瓦时"] };

/** Every way in which a unit may be written, folded. */
function spellings(unit: string): ReadonlySet<string> {
  const list = known.get(unit) ?? new Set([unit, unitText(unit, "zh", "CNY"), unitText(unit, "en", "CNY"), unitText(unit, "en", "CNY", true), ...(ALSO[unit] ?? [])].map((text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "")));
  known.set(unit, list);
  return list;
}
