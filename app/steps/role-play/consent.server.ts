import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { deleteUpload } from "~/platform/uploads/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { ownPart } from "./own-part.server";
import type { Consent } from "./recording";
import { lockRound, type RoundRow } from "./rows.server";
import { roundAdmits } from "./round";

export type ConsentError = { code: "unknown-round" } | { code: "wrong-state" };

/**
 * Whether somebody in a round agrees to be recorded. A no can be said at any time: what was recorded is then deleted at once,
 * with everything of it, and nothing more is taken.
 */
export async function giveConsent(trx: Transaction<DB>, actor: { id: string }, input: { roundId: string; agrees: boolean; now: Date }): Promise<Result<{ deleted: number }, ConsentError>> {
  const part = await ownPart(trx, actor.id, input.roundId);
  const round = part && (await lockRound(trx, input.roundId));
  if (!part || !round) return fail({ code: "unknown-round" });
  if (!roundAdmits(round.state, "consent")) return fail({ code: "wrong-state" });
  await trx.insertInto("role_play_consent").values({ round_id: round.id, enrolment_id: part.enrolmentId, agrees: input.agrees, at: input.now }).execute();
  const deleted = input.agrees ? 0 : await withdrawRecordings(trx, round.id, input.now);
  await announce(trx, round.sessionId);
  return ok({ deleted });
}

async function withdrawRecordings(trx: Transaction<DB>, roundId: string, now: Date): Promise<number> {
  const recordings = await trx.updateTable("role_play_recording").set({ withdrawn_at: now }).where("round_id", "=", roundId).where("withdrawn_at", "is", null).returning("upload_id").execute();
  for (const { upload_id } of recordings) await deleteUpload(trx, { uploadId: upload_id, because: "withdrawn", now });
  return recordings.length;
}

/** What everybody in a round said last. */
export async function loadConsents(db: Kysely<DB>, round: Pick<RoundRow, "id" | "parts">): Promise<Consent[]> {
  const rows = await db.selectFrom("role_play_consent").distinctOn("enrolment_id").select(["enrolment_id", "agrees"]).where("round_id", "=", round.id).orderBy("enrolment_id").orderBy("id", "desc").execute();
  const said = new Map(rows.map((row) => [row.enrolment_id, row.agrees]));
  return round.parts.map((part) => ({ enrolmentId: part.enrolmentId, agrees: said.get(part.enrolmentId) ?? null }));
}
