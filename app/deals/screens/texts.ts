import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";

/** A day ("2026-11-28") as readers of `locale` write it. */
export function dayText(day: string, locale: Locale): string {
  return formatDate(`${day}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" });
}

/** A person's name as readers of `locale` write it. */
export function nameIn(person: { name: string; nameLatin: string | null }, locale: Locale): string {
  return locale === "en" ? (person.nameLatin ?? person.name) : person.name;
}

/** Days outstanding or a share, kept in tenths: 413 → "41.3". */
export function tenths(value: number): string {
  return `${Math.trunc(value / 10)}.${Math.abs(value % 10)}`;
}
