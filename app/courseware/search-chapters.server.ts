/** Search in the current versions of chapters; works for Chinese queries of a single character. */
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { BilingualColumn } from "~/db/schema/courseware";
import { likePattern, queryTerms, snippet, type SnippetPart } from "./search-text";

export interface SearchInput {
  query: string;
  locale: Locale;
  /** The chapters that the person may read. */
  slugs: readonly string[];
  /** At most so many hits; 40 unless told. */
  limit?: number;
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

interface HitRow {
  slug: string;
  number: number;
  chapter_title: BilingualColumn;
  section_id: string;
  title: string;
  kind: "title" | "heading" | "text";
  anchor: string | null;
  body: string;
}

/**
 * Hits that hold every word of the query, best first: titles, then headings, then text, each in reading order.
 * When nothing does, and the query is long enough for trigrams, what resembles it: a typing error still finds something.
 */
export async function searchChapters(db: Kysely<DB>, input: SearchInput): Promise<SearchHit[]> {
  const terms = queryTerms(input.query);
  if (terms.length === 0 || input.slugs.length === 0) return [];
  let rows = await find(db, input, (column) => sql<SqlBool>`${sql.join(terms.map((term) => sql`${sql.ref(column)} like ${likePattern(term)}`), sql` and `)}`);
  const phrase = terms.join(" ");
  if (rows.length === 0 && phrase.length >= 4) rows = await find(db, input, (column) => sql<SqlBool>`word_similarity(${phrase}, ${sql.ref(column)}) >= 0.5`);
  return rows.map((row) => ({
    slug: row.slug,
    chapterNumber: row.number,
    chapterTitle: row.chapter_title[input.locale],
    sectionId: row.section_id,
    sectionTitle: row.title,
    kind: row.kind,
    anchor: row.anchor,
    snippet: snippet(row.body.replaceAll(" | ", " · "), terms),
  }));
}

type Match = (column: string) => Expression<SqlBool>;

async function find(db: Kysely<DB>, { locale, slugs, limit = 40 }: SearchInput, matches: Match): Promise<HitRow[]> {
  const current = db
    .selectFrom("chapter as c")
    .innerJoin("section_version as s", "s.chapter_version", "c.current_version")
    .where("s.locale", "=", locale)
    .where("c.slug", "in", [...slugs]);
  const place = ["c.slug", "c.number", "c.title as chapter_title", "s.section_id", "s.title", "s.position as section_position"] as const;
  const titles = current
    .where(matches("s.folded_title"))
    .select(place)
    .select([sql<HitRow["kind"]>`'title'`.as("kind"), sql<string | null>`null::text`.as("anchor"), "s.title as body", sql<number>`-1`.as("position"), sql<number>`0`.as("rank")]);
  const blocks = current
    .innerJoin("mdx_block as b", "b.code_hash", "s.code_hash")
    .where("b.kind", "in", ["heading", "text"])
    .where(matches("b.folded"))
    .select(place)
    .select([sql<HitRow["kind"]>`b.kind`.as("kind"), sql<string | null>`b.anchor`.as("anchor"), "b.body", "b.position", (eb) => rankOf(eb)]);
  return db
    .selectFrom(titles.unionAll(blocks).as("hit"))
    .select(["slug", "number", "chapter_title", "section_id", "title", "kind", "anchor", "body"])
    .orderBy("rank")
    .orderBy("number")
    .orderBy("section_position")
    .orderBy("position")
    .limit(limit)
    .execute();
}

function rankOf(eb: ExpressionBuilder<DB & { b: DB["mdx_block"] }, "b">) {
  return eb.case().when("b.kind", "=", "heading").then(sql<number>`1`).else(sql<number>`2`).end().as("rank");
}
