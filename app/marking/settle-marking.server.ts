import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { MarkingSubjectRef } from "./item";
import { WAITING } from "./waiting-items.server";

export type Settlement = MarkingSubjectRef & {
  by: string;
  now: Date;
  /** What came of it, where that is a number of points. */
  score?: { points: number; max: number } | null;
};

/**
 * Takes a thing out of the queue because it was marked, in the transaction of the mark. Where nothing waits (it was marked
 * again), the last line about it says what holds now; where there never was one, nothing happens.
 */
export async function settleMarking(trx: Transaction<DB>, { kind, subjectId, by, now, score = null }: Settlement): Promise<void> {
  const done = { state: "done" as const, done_by: by, done_at: now, claimed_by: null, claimed_until: null, points: score?.points ?? null, max_points: score?.max ?? null };
  const settled = await trx.updateTable("marking_item").set(done).where("kind", "=", kind).where("subject_id", "=", subjectId).where("state", "=", WAITING).returning("id").executeTakeFirst();
  if (settled !== undefined) return;
  await trx
    .updateTable("marking_item")
    .set(done)
    .where("id", "in", (eb) => eb.selectFrom("marking_item").select("id").where("kind", "=", kind).where("subject_id", "=", subjectId).where("state", "=", "done").orderBy("done_at", "desc").limit(1))
    .execute();
}
