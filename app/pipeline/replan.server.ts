import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { decide } from "./decide";
import { loadStored } from "./load-roads.server";
import { startRoads } from "./start-roads.server";
import { type Change, writeRoads } from "./write-roads.server";

export interface Replanned {
  /** Roads on which a step was left out, added, opened or locked. */
  changed: number;
  /** Roads new to the cohort's learners, because a chapter was added. */
  started: number;
}

/**
 * Takes a cohort's changed plan (chapters, steps, dates, gates) over to all its roads. Whatever was earned stays, in
 * steps left out too; they count again when they come back. Call it in the transaction that changes the plan.
 */
export async function replan(trx: Transaction<DB>, cohortId: string, { actorId, now }: { actorId: string | null; now: Date }): Promise<Replanned> {
  const keys = await trx
    .selectFrom("road as r")
    .innerJoin("enrolment as e", "e.id", "r.enrolment_id")
    .select(["r.enrolment_id as enrolmentId", "r.chapter_slug as chapterSlug"])
    .where("e.cohort_id", "=", cohortId)
    .orderBy("r.enrolment_id")
    .orderBy("r.chapter_slug")
    .forNoKeyUpdate("r")
    .execute();
  const changes = (await loadStored(trx, keys)).map((stored): Change => {
    const decided = decide(stored.road, { kind: "plan", cause: { kind: "calendar" }, actorId, at: now }, stored);
    if (!decided.ok) throw new Error(`a plan was refused: ${decided.error.code}`);
    return { ...stored, events: decided.value };
  });
  // Also those without events: whose turn it is and the deadline may have changed with dates and gates.
  await writeRoads(trx, changes, now);
  const members = await trx.selectFrom("enrolment").select("id").where("cohort_id", "=", cohortId).where("left_at", "is", null).execute();
  const started = await startRoads(trx, { enrolmentIds: members.map((member) => member.id), actorId, now });
  return { changed: changes.filter((change) => change.events.length > 0).length, started };
}
