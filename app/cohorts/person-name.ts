import type { Locale } from "~/i18n/locale";

/** A person's name as readers of `locale` write it: in Latin letters where one is known and wanted. */
export function personName(person: { name: string; nameLatin?: string | null }, locale: Locale): string {
  return locale === "en" ? (person.nameLatin ?? person.name) : person.name;
}

/** A team's name in the reader's language; empty where there is no team. */
export function teamName(team: { teamZh: string | null; teamEn: string | null }, locale: Locale): string {
  return (locale === "en" ? team.teamEn : team.teamZh) ?? "";
}
