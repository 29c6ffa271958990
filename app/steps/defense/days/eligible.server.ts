import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/**
 * What the learners of a cohort have to defend: by enrolment the chapters whose steps before the defense are done (homework among
 * them) and whose defense is not, a failed one included. Only of these chapters; who left the cohort is not there.
 */
export async function openDefenses(db: Kysely<DB>, cohortId: string, chapterSlugs: readonly string[], enrolmentIds?: readonly string[]): Promise<Map<string, string[]>> {
  if (chapterSlugs.length === 0 || enrolmentIds?.length === 0) return new Map();
  let query = db
    .selectFrom("progress as g")
    .innerJoin("enrolment as e", "e.id", "g.enrolment_id")
    .innerJoin("cohort_chapter as k", (join) => join.onRef("k.cohort_id", "=", "e.cohort_id").onRef("k.chapter_slug", "=", "g.chapter_slug"))
    .select(["g.enrolment_id as enrolmentId", "g.chapter_slug as chapterSlug"])
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .where("g.step", "=", "defense")
    .where("g.included", "=", true)
    // Who waits for a panel's word, or has a condition to meet, has nothing to defend yet.
    .where("g.state", "not in", ["passed", "waived", "awaiting-review"])
    .where("g.waiting_for", "!=", "previous-step")
    .where("g.chapter_slug", "in", chapterSlugs)
    .orderBy("k.position");
  if (enrolmentIds) query = query.where("g.enrolment_id", "in", enrolmentIds);
  const open = new Map<string, string[]>();
  for (const { enrolmentId, chapterSlug } of await query.execute()) open.set(enrolmentId, [...(open.get(enrolmentId) ?? []), chapterSlug]);
  return open;
}
