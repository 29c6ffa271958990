/** Who may read which chapters, whatever the page. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";

/** A chapter that a person reads in an enrolment. */
export interface ReadableChapter {
  slug: string;
  enrolmentId: string;
}

/** The chapters that the person studies now: enrolled, not left, no draft. In several cohorts the latest counts. */
export async function readableChapters(db: Kysely<DB>, personId: string): Promise<ReadableChapter[]> {
  return db
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
    .select(["cc.chapter_slug as slug", "e.id as enrolmentId"])
    .distinctOn("cc.chapter_slug")
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .orderBy("cc.chapter_slug")
    .orderBy("c.starts_on", "desc")
    .orderBy("e.id")
    .execute();
}

/** Whether the person may have what belongs to one of these chapters: they study it, or run cohorts. */
export async function mayRead(db: Kysely<DB>, actor: Actor, slugs: readonly string[]): Promise<boolean> {
  if (slugs.length === 0) return false;
  if (holds(actor, "cohort:view", { kind: "any" })) return true;
  const own = await readableChapters(db, actor.id);
  return own.some(({ slug }) => slugs.includes(slug));
}
