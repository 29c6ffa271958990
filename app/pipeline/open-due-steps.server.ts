import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { decide } from "./decide";
import { loadStored } from "./load-roads.server";
import { stateAt, stepsOn } from "./road";
import { type Change, writeRoads } from "./write-roads.server";

/**
 * Opens the steps whose date has come, at most `limit` roads at once: a caller repeats it while it answers that number.
 * Meant for every minute: roads that somebody works on right now are passed over until the next time, two sweepers at
 * once share the work. Nothing depends on its punctuality, since a date that has come counts wherever it is looked at.
 * Answers on how many roads a step opened.
 */
export async function openDueSteps(trx: Transaction<DB>, now: Date, limit = 500): Promise<number> {
  const candidates = await trx
    .selectFrom("progress as p")
    .innerJoin("road as r", (join) => join.onRef("r.enrolment_id", "=", "p.enrolment_id").onRef("r.chapter_slug", "=", "p.chapter_slug"))
    .select(["p.enrolment_id as enrolmentId", "p.chapter_slug as chapterSlug"])
    .where("p.opens_at", "<=", now)
    .orderBy("p.opens_at")
    .limit(limit)
    .forNoKeyUpdate("r")
    .skipLocked()
    .execute();
  const changes = (await loadStored(trx, candidates)).map((stored): Change => {
    const due = stepsOn(stored.road).find(({ step, state }) => state === "locked" && stateAt(stored.road, step, stored.calendar, now) === "available");
    const decided = due && decide(stored.road, { kind: "open", cause: { kind: "calendar" }, step: due.step, at: now }, stored);
    // None is due where somebody was faster or the date was moved: then only the stored date is put right.
    return { ...stored, events: decided?.ok ? decided.value : [] };
  });
  await writeRoads(trx, changes, now);
  return changes.filter((change) => change.events.length > 0).length;
}
