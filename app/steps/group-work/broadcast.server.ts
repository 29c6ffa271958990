/** Saying something to all groups at work on a chapter, and taking it down. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { announceGroupWork } from "./announce.server";
import { type Broadcast, standingBroadcasts } from "./broadcast";

interface Room {
  cohortId: string;
  chapterSlug: string;
}

const DAY_MS = 86_400_000;

/** Puts a hint in front of all groups. */
export async function sendHint(trx: Transaction<DB>, actor: { id: string }, { cohortId, chapterSlug, body, now }: Room & { body: string; now: Date }): Promise<void> {
  await trx.insertInto("group_broadcast").values({ cohort_id: cohortId, chapter_slug: chapterSlug, kind: "hint", body: body.trim(), ends_at: null, sent_by: actor.id, at: now }).execute();
  await announceGroupWork(trx, { cohortId, chapterSlug });
}

/** Starts a timer for all groups; the one that ran before is over. */
export async function startTimer(trx: Transaction<DB>, actor: { id: string }, { cohortId, chapterSlug, minutes, body, now }: Room & { minutes: number; body: string | null; now: Date }): Promise<void> {
  await endTimers(trx, { cohortId, chapterSlug, now });
  const endsAt = new Date(now.getTime() + minutes * 60_000);
  await trx.insertInto("group_broadcast").values({ cohort_id: cohortId, chapter_slug: chapterSlug, kind: "timer", body: body?.trim() || null, ends_at: endsAt, sent_by: actor.id, at: now }).execute();
  await announceGroupWork(trx, { cohortId, chapterSlug });
}

/** Takes down what was said; false where the room has no such thing (any more). */
export async function takeDown(trx: Transaction<DB>, { cohortId, chapterSlug, broadcastId, now }: Room & { broadcastId: string; now: Date }): Promise<boolean> {
  const ended = await trx.updateTable("group_broadcast").set({ ended_at: now }).where("id", "=", broadcastId).where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).where("ended_at", "is", null).returning("id").executeTakeFirst();
  if (ended) await announceGroupWork(trx, { cohortId, chapterSlug });
  return ended !== undefined;
}

/** What stands in a room now. */
export async function broadcastsOf(db: Kysely<DB>, { cohortId, chapterSlug }: Room, now: Date): Promise<{ timer: Broadcast | null; hints: Broadcast[] }> {
  const said = await db
    .selectFrom("group_broadcast as b")
    .innerJoin("person as p", "p.id", "b.sent_by")
    .select(["b.id", "b.kind", "b.body", "b.ends_at as endsAt", "p.name as by", "b.at"])
    .where("b.cohort_id", "=", cohortId)
    .where("b.chapter_slug", "=", chapterSlug)
    .where("b.ended_at", "is", null)
    .where("b.at", ">", new Date(now.getTime() - DAY_MS))
    .orderBy("b.at", "desc")
    .limit(20)
    .execute();
  return standingBroadcasts(said, now);
}

async function endTimers(trx: Transaction<DB>, { cohortId, chapterSlug, now }: Room & { now: Date }): Promise<void> {
  await trx.updateTable("group_broadcast").set({ ended_at: now }).where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).where("kind", "=", "timer").where("ended_at", "is", null).execute();
}
