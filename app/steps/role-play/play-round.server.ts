/** What those who are in a round do with it: end the conversation, and go through the debrief in its fixed order. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { finishRounds } from "./finish-rounds.server";
import { ownPart } from "./own-part.server";
import { lockRound, type RoundRow } from "./rows.server";
import { nextTurn, roundAdmits, type Turn } from "./round";
import { beginDebrief } from "./run-rounds.server";
import { reportStandings } from "./standings.server";

export type PlayError = { code: "unknown-round" } | { code: "wrong-state" } | { code: "no-sheet" };
type Input = { roundId: string; now: Date };

/** The conversation has come to its end. Saying it again changes nothing. */
export async function endConversation(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<undefined, PlayError>> {
  const round = await ownRound(trx, actor, input);
  if (!round) return fail({ code: "unknown-round" });
  if (round.state === "debrief" || round.state === "done") return ok();
  if (!roundAdmits(round.state, "end")) return fail({ code: "wrong-state" });
  await beginDebrief(trx, [round.id], input.now);
  await reportStandings(trx, { round, actorId: actor.id, now: input.now });
  await announce(trx, round.sessionId);
  return ok();
}

/**
 * The one whose turn it is has spoken: on to the next, or the round is over. `turn` is the turn that the page showed: two who
 * press at once go one step, not two. The round ends only with an observer's sheet; without one the instructor closes it.
 */
export async function advanceDebrief(trx: Transaction<DB>, actor: { id: string }, input: Input & { turn: Turn }): Promise<Result<undefined, PlayError>> {
  const round = await ownRound(trx, actor, input);
  if (!round) return fail({ code: "unknown-round" });
  if (round.turn !== input.turn) return round.state === "debrief" || round.state === "done" ? ok() : fail({ code: "wrong-state" });
  const next = nextTurn(input.turn);
  if (next !== null) {
    await trx.updateTable("role_play_round").set({ turn: next, version: sql`version + 1` }).where("id", "=", round.id).execute();
  } else {
    if (!round.parts.some((part) => part.handedInAt !== null)) return fail({ code: "no-sheet" });
    await finishRounds(trx, { rounds: [round], cohortId: round.cohortId, actorId: actor.id, now: input.now });
  }
  await announce(trx, round.sessionId);
  return ok();
}

async function ownRound(trx: Transaction<DB>, actor: { id: string }, { roundId }: Input): Promise<(RoundRow & { cohortId: string }) | undefined> {
  const part = await ownPart(trx, actor.id, roundId);
  return part && lockRound(trx, roundId);
}
