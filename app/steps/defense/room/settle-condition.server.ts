import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { reportStanding } from "./report-signed.server";
import { chaptersOf, lockDefense } from "./rows.server";
import { latestVerdict } from "./scores.server";
import { tellSettled, type VerdictPost } from "./verdict-letters.server";

export type SettleError = { code: "unknown-slot" } | { code: "note-missing" };

/** The named person says whether the condition was met; said again in other words, the last counts. The step passes or fails with it, and the candidate is told. */
export async function settleCondition(trx: Transaction<DB>, actor: { id: string }, input: { slotId: string; outcome: "met" | "missed"; note: string; now: Date }, post: VerdictPost | null): Promise<Result<undefined, SettleError>> {
  const row = await lockDefense(trx, input.slotId);
  const verdict = row?.id ? await latestVerdict(trx, row.id) : null;
  if (!row?.id || row.state !== "signed" || verdict?.condition?.checkerId !== actor.id) return fail({ code: "unknown-slot" });
  const note = input.note.trim().slice(0, 1000);
  if (note === "") return fail({ code: "note-missing" });
  if (verdict.settlement?.outcome === input.outcome && verdict.settlement.note === note) return ok();
  const settlement = await trx.insertInto("defense_settlement").values({ verdict_id: verdict.id, outcome: input.outcome, note, by_id: actor.id, at: input.now }).returning("id").executeTakeFirstOrThrow();
  for (const { chapterSlug } of await chaptersOf(trx, row.id)) await reportStanding(trx, { enrolmentId: row.enrolmentId, chapterSlug, defenseId: row.id, actorId: actor.id, now: input.now });
  if (post) await tellSettled(trx, { ...row, id: row.id }, settlement.id, input.now, post);
  await announce(trx, input.slotId);
  return ok();
}
