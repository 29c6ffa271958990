import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { queueForMarking } from "./finish-rounds.server";
import { scenariosByHash } from "./load-scenarios.server";
import type { SentObserverOp } from "./observer-op-schema.server";
import { ownPart } from "./own-part.server";
import { lockRound, type RoundRow } from "./rows.server";
import { roundAdmits } from "./round";
import { reportStandings } from "./standings.server";

/** The server's word on an operation. `closed`: the sheet was handed in, or the round is void; `unknown`: no such behaviour. */
export const RECEIPT_OUTCOMES = ["accepted", "closed", "unknown"] as const;
export interface MarkReceipt {
  opId: string;
  outcome: (typeof RECEIPT_OUTCOMES)[number];
}

export type RecordError = { code: "unknown-round" } | { code: "not-observer" } | { code: "wrong-state" };

/**
 * Takes what an observer saw. Every operation has an id and a receipt; repeated, it changes nothing and gets the same receipt.
 * Times are the device's, held within the round; taps made while the network was away count even when the round is over, up
 * to the moment the sheet is handed in. A sheet that comes in late is worked out like any other.
 */
export async function recordMarks(trx: Transaction<DB>, actor: { id: string }, input: { roundId: string; ops: readonly SentObserverOp[]; now: Date }): Promise<Result<{ receipts: MarkReceipt[] }, RecordError>> {
  const part = await ownPart(trx, actor.id, input.roundId);
  const round = part && (await lockRound(trx, input.roundId));
  if (!part || !round) return fail({ code: "unknown-round" });
  if (part.role !== "observer") return fail({ code: "not-observer" });
  if (round.state === "planned") return fail({ code: "wrong-state" });
  const known = new Set((await trx.selectFrom("role_play_mark").select("op_id").where("round_id", "=", round.id).where("observer_id", "=", part.enrolmentId).execute()).map((row) => row.op_id));
  const behaviours = new Set((await scenariosByHash(trx, [round.scenarioHash])).get(round.scenarioHash)?.checklist.map((one) => one.id));
  let closed = !roundAdmits(round.state, "mark") || round.parts.some((one) => one.enrolmentId === part.enrolmentId && one.handedInAt !== null);
  let handedIn = false;
  const receipts: MarkReceipt[] = [];
  for (const op of input.ops) {
    const outcome = known.has(op.opId) ? "accepted" : closed ? "closed" : "behaviourId" in op && op.behaviourId !== null && !behaviours.has(op.behaviourId) ? "unknown" : "accepted";
    receipts.push({ opId: op.opId, outcome });
    if (outcome !== "accepted" || known.has(op.opId)) continue;
    known.add(op.opId);
    await insert(trx, round, part.enrolmentId, op, input.now);
    if (op.kind === "hand-in") closed = handedIn = true;
  }
  if (handedIn) await trx.updateTable("role_play_part").set({ handed_in_at: input.now }).where("round_id", "=", round.id).where("enrolment_id", "=", part.enrolmentId).execute();
  if (handedIn && round.state === "done") {
    await queueForMarking(trx, round, round.cohortId);
    await reportStandings(trx, { round, actorId: actor.id, now: input.now });
  }
  await announce(trx, round.sessionId);
  return ok({ receipts });
}

async function insert(trx: Transaction<DB>, round: RoundRow, observerId: string, op: SentObserverOp, now: Date): Promise<void> {
  const from = round.startedAt?.getTime() ?? now.getTime();
  const at = new Date(Math.min(now.getTime(), Math.max(from, new Date(op.at).getTime())));
  await trx
    .insertInto("role_play_mark")
    .values({
      round_id: round.id,
      observer_id: observerId,
      op_id: op.opId,
      kind: op.kind,
      behaviour_id: "behaviourId" in op ? op.behaviourId : null,
      mark: op.kind === "mark" ? op.mark : null,
      note: op.kind === "note" ? op.note : null,
      at,
      received_at: now,
    })
    .execute();
}
