import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** Of a cohort's chapters with group work: the one with something handed in, else the one worked on last, else the first; null without any. */
export async function roomToOpen(db: Kysely<DB>, cohortId: string, chapterSlugs: readonly string[]): Promise<string | null> {
  if (chapterSlugs.length === 0) return null;
  const busy = await db
    .selectFrom("group_sheet as g")
    .innerJoin("sheet as s", "s.id", "g.sheet_id")
    .select("g.chapter_slug")
    .where("g.cohort_id", "=", cohortId)
    .where("g.chapter_slug", "in", [...chapterSlugs])
    .orderBy((eb) => eb("g.state", "=", "submitted"), "desc")
    .orderBy("s.changed_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return busy?.chapter_slug ?? chapterSlugs[0] ?? null;
}
