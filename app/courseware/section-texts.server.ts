/** The texts of sections as pages begin with them, kept by one server process: they are the same for every reader. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { type SectionForReading, sectionForReading } from "./read-chapter.server";

/** Everything that a section's page text follows from: where one of these is the same, so is the text. */
export interface SectionAddress {
  slug: string;
  sectionId: string;
  locale: Locale;
  version: string;
  /** Of the compiled text, which may be replaced within a version. */
  codeHash: string;
  /** Hash of the glossary, whose terms the text explains. */
  glossary: string | null;
}

/** Reads a section's text; null where there is no such section. */
export type ReadSection = (db: Kysely<DB>, address: SectionAddress) => Promise<SectionForReading | null>;

/** Asks the database every time. */
export const readSection: ReadSection = (db, { slug, sectionId, locale, version }) => sectionForReading(db, slug, sectionId, locale, version);

/** Keeps the `most` texts last asked for. What it answers is shared: nobody may change it. */
export function createSectionTexts(most = 500): ReadSection {
  const kept = new Map<string, SectionForReading>();
  return async (db, address) => {
    const key = `${address.version} ${address.sectionId} ${address.locale} ${address.codeHash} ${address.glossary}`;
    const known = kept.get(key);
    const section = known ?? (await readSection(db, address));
    if (section === null) return null;
    // Put at the end again: the first entry is the longest unused.
    kept.delete(key);
    kept.set(key, section);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return section;
  };
}
