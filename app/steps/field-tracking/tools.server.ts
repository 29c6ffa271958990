import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";

/** A tool of a chapter that can be used on a deal. */
export interface Tool {
  key: string;
  chapterSlug: string;
  title: Bilingual;
  competencies: string[];
}

/** The tools that chapters teach, in their order. */
export async function toolsOf(db: Kysely<DB>, chapterSlugs: readonly string[]): Promise<Tool[]> {
  if (chapterSlugs.length === 0) return [];
  return tools(db).where("k.chapter_slug", "in", [...chapterSlugs]).execute();
}

/** Every tool by key, for what names tools of any chapter. */
export async function allTools(db: Kysely<DB>): Promise<Map<string, Tool>> {
  return new Map((await tools(db).execute()).map((tool) => [tool.key, tool]));
}

function tools(db: Kysely<DB>) {
  return db
    .selectFrom("sheet_kind as k")
    .innerJoin("sheet_definition as d", "d.hash", "k.current_hash")
    .select(["k.key", "k.chapter_slug as chapterSlug", sql<Bilingual>`d.body -> 'title'`.as("title"), sql<string[]>`coalesce(d.body -> 'competencies', '[]')`.as("competencies")])
    .where("k.retired_at", "is", null)
    .orderBy("k.chapter_slug")
    .orderBy("k.position")
    .orderBy("k.key");
}
