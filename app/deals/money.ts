/** Money, exact: bigint in minor units (分, cents), as text where it is stored or sent. */
import type { Locale } from "~/i18n/locale";
import { LANGUAGE_TAG } from "~/i18n/locale";

/** An amount of one currency. */
export interface Money {
  /** bigint in minor units, as text. */
  minor: string;
  currency: string;
}

const digits = new Map<string, number>();
const known = new Set(Intl.supportedValuesOf("currency"));

/** Whether there is such a currency (ISO 4217, capital letters). */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Decimal places of a currency: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217). */
export function minorDigits(currency: string): number {
  let places = digits.get(currency);
  if (places === undefined) digits.set(currency, (places = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2));
  return places;
}

/** "1234.5" → "123450" for CNY; null where it is no decimal, has more places than the currency, or is beyond 18 digits. */
export function toMinor(decimal: string, currency: string): string | null {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === "") return null;
  const places = minorDigits(currency);
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > places) return null;
  const minor = BigInt(whole + kept.padEnd(places, "0"));
  if (minor > 999_999_999_999_999_999n) return null;
  return `${sign === "-" && minor !== 0n ? "-" : ""}${minor.toString()}`;
}

/** "123450" → "1234.50" for CNY: the form in which the API and spreadsheets say it. */
export function toDecimal(minor: string | bigint, currency: string): string {
  const value = BigInt(minor);
  const places = minorDigits(currency);
  const text = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places);
  return `${value < 0n ? "-" : ""}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ""}`;
}

/** As people write it, every cent: ¥1,680,000.00; without cents where they are zero. */
export function formatMoney({ minor, currency }: Money, locale: Locale): string {
  const decimal = toDecimal(minor, currency);
  const whole = /\.0+$/.test(decimal);
  // Intl takes a decimal text as it is, without a float in between.
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: "currency", currency, currencyDisplay: "narrowSymbol", ...(whole ? { maximumFractionDigits: 0 } : {}) }).format(decimal as Intl.StringNumericLiteral);
}

/** Rounded, for where there is little room: ¥168万, ¥1.7M. Never for sums that are settled by it. */
export function formatShortMoney({ minor, currency }: Money, locale: Locale): string {
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: "currency", currency, currencyDisplay: "narrowSymbol", notation: "compact", maximumFractionDigits: 1, minimumFractionDigits: 0 }).format(toDecimal(minor, currency) as Intl.StringNumericLiteral);
}

/** Sums by currency, in the order of the codes: what is in two currencies has no one sum. */
export function sumMoney(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, bigint>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ minor: sum.toString(), currency }));
}

/** `minor` × `percent` (a decimal text such as "6.5"), rounded half away from zero to the minor unit. */
export function percentOf(minor: string | bigint, percent: string): bigint {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(percent) ?? [];
  const rate = BigInt(sign + whole + fraction);
  const scale = 100n * 10n ** BigInt(fraction.length);
  const product = BigInt(minor) * rate;
  const half = scale / 2n;
  return product >= 0n ? (product + half) / scale : -((-product + half) / scale);
}
