/** Read models of chapters: what lists, outlines, a section's page and the glossary show. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { type ChapterDefinition, type ChapterStatus, type GlossaryTerm, type MediaUse, type ModuleUses, type TermText, type TocEntry, requiredMinutes, termText } from "./chapter";
import type { CheckinQuestion } from "./checkin-question";

export interface ChapterListItem {
  slug: string;
  number: number;
  status: ChapterStatus;
  title: Bilingual;
  summary: Bilingual;
  /** Null while nothing is published. */
  version: string | null;
  sections: number;
  /** Reading time of the required sections. */
  minutes: number;
  tools: string[];
  omits: string[];
}

/** Every chapter, in the order of the curriculum. */
export async function listChapters(db: Kysely<DB>): Promise<ChapterListItem[]> {
  const rows = await db
    .selectFrom("chapter")
    .select(["slug", "number", "status", "title", "summary", "current_version", "definition"])
    .orderBy("number")
    .execute();
  return rows.map((row) => {
    const { sections, tools, omits } = row.definition as unknown as ChapterDefinition;
    const { slug, number, status, title, summary, current_version: version } = row;
    return { slug, number, status, title, summary, version, sections: sections.length, minutes: requiredMinutes(sections), tools, omits };
  });
}

export interface ChapterOutline {
  slug: string;
  /** The hash that progress and papers are pinned to. */
  version: string;
  /** 1 for the first version of this chapter. */
  ordinal: number;
  publishedAt: Date;
  /** Whether this is the version that readers get now. */
  current: boolean;
  definition: ChapterDefinition;
}

/** One version of a chapter: the current one, or the one asked for. Null for a foreign slug or version. */
export async function chapterOutline(db: Kysely<DB>, slug: string, version?: string): Promise<ChapterOutline | null> {
  const row = await db
    .selectFrom("chapter as c")
    .innerJoin("chapter_version as v", "v.slug", "c.slug")
    .where("c.slug", "=", slug)
    .where(version === undefined ? sql<boolean>`v.hash = c.current_version` : sql<boolean>`v.hash = ${version}`)
    .select(["v.hash", "v.ordinal", "v.published_at", "v.definition", "c.current_version"])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    slug,
    version: row.hash,
    ordinal: row.ordinal,
    publishedAt: row.published_at,
    current: row.hash === row.current_version,
    definition: row.definition as unknown as ChapterDefinition,
  };
}

export interface SectionNeighbour {
  id: string;
  title: string;
}

/** A check-in of a section with its key: redact it (`redactCheckin`) before it leaves the server. */
export interface SectionCheckin {
  id: string;
  /** What an answer is pinned to. */
  hash: string;
  question: CheckinQuestion;
}

export interface SectionForReading {
  slug: string;
  version: string;
  chapterNumber: number;
  chapterTitle: string;
  id: string;
  title: string;
  minutes: number;
  required: boolean;
  /** From 0. */
  position: number;
  /** Changes when the text changes, in this language. */
  contentHash: string;
  /** Names the compiled module: `MdxSection`, `mdxScriptPath`. */
  codeHash: string;
  toc: TocEntry[];
  terms: Record<string, TermText>;
  checkins: SectionCheckin[];
  media: MediaUse[];
  previous: SectionNeighbour | null;
  next: SectionNeighbour | null;
}

/** What the page of one section needs, in one query; null where there is no such section. */
export async function sectionForReading(db: Kysely<DB>, slug: string, sectionId: string, locale: Locale, version?: string): Promise<SectionForReading | null> {
  const row = await db
    .selectFrom("chapter as c")
    .innerJoin("chapter_version as v", "v.slug", "c.slug")
    .innerJoin("section_version as s", "s.chapter_version", "v.hash")
    .innerJoin("mdx_module as m", "m.code_hash", "s.code_hash")
    .where("c.slug", "=", slug)
    .where("s.section_id", "=", sectionId)
    .where("s.locale", "=", locale)
    .where(version === undefined ? sql<boolean>`v.hash = c.current_version` : sql<boolean>`v.hash = ${version}`)
    .select(["v.hash", "v.definition", "s.title", "s.minutes", "s.required", "s.position", "s.content_hash", "s.code_hash", "m.toc", "m.uses"])
    .select(
      sql<SectionCheckin[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', k.checkin_id, 'hash', k.checkin_hash, 'question', q.definition) order by k.position), '[]')
        from section_checkin k join checkin_version q on q.hash = k.checkin_hash
        where k.chapter_version = v.hash and k.section_id = s.section_id)`.as("checkins"),
    )
    .select(
      sql<GlossaryTerm[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'zh', t.zh, 'en', t.en, 'pinyin', t.pinyin, 'definition', t.definition, 'chapters', t.chapters)), '[]')
        from glossary_term t where m.uses -> 'terms' ? t.id)`.as("terms"),
    )
    .executeTakeFirst();
  if (row === undefined) return null;
  const definition = row.definition as unknown as ChapterDefinition;
  const neighbour = (position: number): SectionNeighbour | null => {
    const section = definition.sections[position];
    return section === undefined ? null : { id: section.id, title: section.title[locale] };
  };
  return {
    slug,
    version: row.hash,
    chapterNumber: definition.number,
    chapterTitle: definition.title[locale],
    id: sectionId,
    title: row.title,
    minutes: row.minutes,
    required: row.required,
    position: row.position,
    contentHash: row.content_hash,
    codeHash: row.code_hash,
    toc: row.toc as unknown as TocEntry[],
    terms: Object.fromEntries(row.terms.map((term) => [term.id, termText(term, locale)])),
    checkins: row.checkins,
    media: (row.uses as unknown as ModuleUses).media,
    previous: neighbour(row.position - 1),
    next: neighbour(row.position + 1),
  };
}

/** Every term, by pinyin. */
export async function glossary(db: Kysely<DB>): Promise<GlossaryTerm[]> {
  return db.selectFrom("glossary_term").select(["id", "zh", "en", "pinyin", "definition", "chapters"]).orderBy("pinyin").orderBy("id").execute();
}

/** Where a compiled module stands. */
export interface ModulePlaces {
  /** Chapters, in any version: who may read one of them may load its script. */
  slugs: string[];
  /** It is a deck with the presenter's notes, and nothing for learners. */
  forPresenters: boolean;
}

/** The chapters in which a compiled module stands; none for an unknown hash. */
export async function placesOfModule(db: Kysely<DB>, codeHash: string): Promise<ModulePlaces> {
  const sections = db
    .selectFrom("section_version as s")
    .innerJoin("chapter_version as v", "v.hash", "s.chapter_version")
    .where("s.code_hash", "=", codeHash)
    .select(["v.slug", sql<boolean>`false`.as("notes")]);
  const decks = db
    .selectFrom("slide_deck_version as d")
    .innerJoin("chapter_version as v", "v.hash", "d.chapter_version")
    .where((eb) => eb.or([eb("d.code_hash", "=", codeHash), eb("d.handout_code_hash", "=", codeHash)]))
    // A deck without notes is the same module for both.
    .select(["v.slug", sql<boolean>`d.handout_code_hash is distinct from ${codeHash}`.as("notes")]);
  const rows = await sections.union(decks).execute();
  return { slugs: [...new Set(rows.map((row) => row.slug))], forPresenters: rows.length > 0 && rows.every((row) => row.notes) };
}
