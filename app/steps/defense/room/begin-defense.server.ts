import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { recordEvidence } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { holdSlot, lockDay } from "../days/index.server";
import { announce } from "./announce.server";
import { evolve, type Refusal } from "./defense";
import { slotChapters, upcoming } from "./pinned.server";
import { lockDefense } from "./rows.server";

/** Panels meet early, but not on another day by a slip of the finger. */
export const BEGIN_EARLY_MS = 60 * 60_000;

export type BeginError = Refusal | { code: "unknown-slot" } | { code: "not-published" } | { code: "too-early" } | { code: "no-task" };

/** The chair begins: the clock of the presentation runs, task and rubric are pinned. Begun already: nothing changes. */
export async function beginDefense(trx: Transaction<DB>, actor: { id: string }, { slotId, now }: { slotId: string; now: Date }): Promise<Result<{ defenseId: string }, BeginError>> {
  // The day first, as everything that changes days does.
  const day = await trx.selectFrom("defense_slot as s").innerJoin("defense_day as d", "d.id", "s.day_id").select(["d.id as dayId", "d.cohort_id as cohortId"]).where("s.id", "=", slotId).executeTakeFirst();
  if (day !== undefined) await lockDay(trx, day);
  const row = await lockDefense(trx, slotId);
  if (row === undefined || !row.members.some((member) => member.personId === actor.id && !member.left)) return fail({ code: "unknown-slot" });
  if (row.id !== null) return ok({ defenseId: row.id });
  if (row.dayState !== "published" || row.slotState !== "planned") return fail({ code: "not-published" });
  const begun = evolve(row, { kind: "begin", by: actor.id });
  if (!begun.ok) return begun;
  if (now.getTime() < row.startsAt.getTime() - BEGIN_EARLY_MS) return fail({ code: "too-early" });
  const [tasks, slugs] = [await upcoming(trx, slotId), await slotChapters(trx, slotId)];
  if (tasks.length === 0 || tasks.length < slugs.length) return fail({ code: "no-task" });
  const { id: defenseId } = await trx.insertInto("defense").values({ slot_id: slotId, state: "presenting", presenting_at: now }).returning("id").executeTakeFirstOrThrow();
  await trx
    .insertInto("defense_chapter")
    .values(tasks.map(({ chapterSlug, taskHash, rubric }, at) => ({ defense_id: defenseId, chapter_slug: chapterSlug, position: at + 1, task_hash: taskHash, rubric_hash: rubric.hash })))
    .execute();
  await holdSlot(trx, { slotId, now });
  // A panel that has met is not sent home because homework is not accepted yet: the judgement counts in any order.
  for (const chapterSlug of slugs) await recordEvidence(trx, { enrolmentId: row.enrolmentId, chapterSlug, step: "defense", outcome: "begun", evidence: { kind: "defense", id: defenseId }, actorId: actor.id, now });
  await announce(trx, slotId);
  return ok({ defenseId });
}
