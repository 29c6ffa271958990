import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";

/** A tool sheet that groups can fill in. */
export interface Tool {
  key: string;
  title: Bilingual;
  purpose: Bilingual;
}

/** The tools that a chapter teaches and that can be begun, in its order. */
export async function chapterTools(db: Kysely<DB>, chapterSlug: string): Promise<Tool[]> {
  return db
    .selectFrom("sheet_kind as k")
    .innerJoin("sheet_definition as d", "d.hash", "k.current_hash")
    .select(["k.key", sql<Bilingual>`d.body -> 'title'`.as("title"), sql<Bilingual>`d.body -> 'purpose'`.as("purpose")])
    .where("k.chapter_slug", "=", chapterSlug)
    .where("k.retired_at", "is", null)
    .orderBy("k.position")
    .orderBy("k.key")
    .execute();
}

/** The tools that the groups of a cohort fill in for a chapter: those the instructor picked, else the chapter's first. */
export async function pickedTools(db: Kysely<DB>, { cohortId, chapterSlug }: { cohortId: string; chapterSlug: string }): Promise<Tool[]> {
  const [tools, picked] = await Promise.all([
    chapterTools(db, chapterSlug),
    db.selectFrom("group_tool").select("sheet_key").where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).execute(),
  ]);
  const keys = new Set(picked.map((row) => row.sheet_key));
  return keys.size === 0 ? tools.slice(0, 1) : tools.filter((tool) => keys.has(tool.key));
}
