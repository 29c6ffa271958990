/** Numbers as pictures write them: short, in the reader's language. */
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";

/** An amount in few characters: ¥260万, CN¥2.6M. */
export function shortMoney(amount: number, locale: Locale, currency: string, digits = 1): string {
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: "currency", currency, notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: digits }).format(amount);
}

/** An amount to the cent where it has cents. */
export function fullMoney(amount: number, locale: Locale, currency: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
}

export function shortNumber(value: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { maximumFractionDigits: digits }).format(value);
}

/** A fraction as a percentage: 0.125 → 12.5%. */
export function shortPercent(fraction: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: "percent", maximumFractionDigits: digits }).format(fraction);
}

/** −2 … +2, with a real minus sign. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}

/** A day as month and day; the text itself when it is no day. */
export function shortDay(day: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return day;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { month: "short", day: "numeric", timeZone: "UTC" }).format(date);
}

/** Several in a row, as a reader of the language writes them. */
export function listed(parts: readonly string[], locale: Locale): string {
  return parts.filter(Boolean).join(locale === "zh" ? "、" : ", ");
}
