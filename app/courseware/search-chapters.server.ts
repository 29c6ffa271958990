/** Full-text search in the current versions of chapters; works for Chinese queries of a single character. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";

export interface SearchInput {
  query: string;
  locale: Locale;
  /** The chapters that the person may read. */
  slugs: readonly string[];
  limit?: number;
}

/** Part of a snippet; `hit` marks what was searched for. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

export interface SearchHit {
  slug: string;
  chapterNumber: number;
  chapterTitle: string;
  sectionId: string;
  sectionTitle: string;
  kind: "title" | "heading" | "text";
  /** Id in the section's page; null for a title. */
  anchor: string | null;
  snippet: SnippetPart[];
}

/** Hits, best first: titles, then headings, then text, each in reading order. */
export async function searchChapters(_db: Kysely<DB>, _input: SearchInput): Promise<SearchHit[]> {
  return Promise.reject(new Error("not yet"));
}
