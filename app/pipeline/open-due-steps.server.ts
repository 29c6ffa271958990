import { type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { decide } from "./decide";
import { loadStored } from "./load-roads.server";
import { type Change, writeRoads } from "./write-roads.server";

/**
 * Opens the steps whose date has come, at most `limit` roads at once. Meant to be called every minute: roads that
 * somebody works on right now are passed over until the next time, two sweepers at once share the work. Nothing depends
 * on its punctuality, since a date that has come counts wherever it is looked at. Answers how many steps opened.
 */
export async function openDueSteps(trx: Transaction<DB>, now: Date, limit = 2000): Promise<number> {
  const candidates = await trx
    .selectFrom("progress as p")
    .innerJoin("enrolment as e", "e.id", "p.enrolment_id")
    .innerJoin("road as r", (join) => join.onRef("r.enrolment_id", "=", "p.enrolment_id").onRef("r.chapter_slug", "=", "p.chapter_slug"))
    .leftJoin("cohort_step as c", (join) => join.onRef("c.cohort_id", "=", "e.cohort_id").onRef("c.chapter_slug", "=", "p.chapter_slug").onRef("c.step", "=", "p.step"))
    .select(["p.enrolment_id as enrolmentId", "p.chapter_slug as chapterSlug", "p.step"])
    .where("p.state", "=", "locked")
    .where("p.waiting_for", "=", "calendar")
    .where((eb) => eb.or([eb("c.opens_at", "is", null), eb("c.opens_at", "<=", now)]))
    .limit(limit)
    .forNoKeyUpdate("r")
    .skipLocked()
    .execute();
  const steps = new Map(candidates.map(({ enrolmentId, chapterSlug, step }) => [`${enrolmentId} ${chapterSlug}`, step]));
  const changes: Change[] = [];
  for (const stored of await loadStored(trx, candidates)) {
    const step = steps.get(`${stored.road.enrolmentId} ${stored.road.chapterSlug}`);
    const decided = step && decide(stored.road, { kind: "open", cause: { kind: "calendar" }, step, at: now }, stored);
    // Refused: opened or left out since the candidates were read.
    if (decided?.ok) changes.push({ ...stored, events: decided.value });
  }
  return writeRoads(trx, changes, now);
}
