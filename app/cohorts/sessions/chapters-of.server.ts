import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";

/** A chapter as lists of sessions name it. */
export interface ChapterName {
  slug: string;
  number: number;
  title: Bilingual;
}

/** The chapters of a cohort in teaching order. */
export async function chaptersOfCohort(db: Kysely<DB>, cohortId: string): Promise<ChapterName[]> {
  return db
    .selectFrom("cohort_chapter as k")
    .innerJoin("chapter as c", "c.slug", "k.chapter_slug")
    .select(["c.slug", "c.number", "c.title"])
    .where("k.cohort_id", "=", cohortId)
    .orderBy("k.position")
    .execute();
}

/** The chapters with these slugs by slug. */
export async function chapterNames(db: Kysely<DB>, slugs: readonly string[]): Promise<Map<string, ChapterName>> {
  if (slugs.length === 0) return new Map();
  const rows = await db.selectFrom("chapter").select(["slug", "number", "title"]).where("slug", "in", slugs).execute();
  return new Map(rows.map((row) => [row.slug, row]));
}

/** The names in the order of the slugs; a chapter that is gone is left out. */
export function namesInOrder(slugs: readonly string[], names: ReadonlyMap<string, ChapterName>): ChapterName[] {
  return slugs.flatMap((slug) => names.get(slug) ?? []);
}
