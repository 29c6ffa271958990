/** What the instructor does with rounds: start and stop them for all groups or one, close one, take one out of the count. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { withdrawMarking } from "~/marking/index.server";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { finishRounds } from "./finish-rounds.server";
import { lockRound, lockSession, roundRows, type SessionKey, toRound } from "./rows.server";
import { roundAdmits } from "./round";
import { sessionAdmits } from "./session";
import { reportStandings } from "./standings.server";

export type RoundError = { code: "unknown-session" } | { code: "unknown-round" } | { code: "wrong-state" } | { code: "nothing-to-start" } | { code: "reason-missing" };
/** `groupId` null means every group of the session. */
type Input = SessionKey & { groupId: string | null; now: Date };
type RoundInput = SessionKey & { roundId: string; now: Date };

/** Starts the next round of each group that has one and is not still in one; `busy` are those that are. */
export async function startRounds(trx: Transaction<DB>, input: Input): Promise<Result<{ started: number; busy: number }, RoundError>> {
  const session = await lockSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  if (!sessionAdmits(session.state, "rounds")) return fail({ code: "wrong-state" });
  const rounds = await ofGroups(trx, input, ["planned", "running", "debrief"]);
  const busy = new Set(rounds.filter((round) => round.state !== "planned").map((round) => round.groupId));
  const next = new Map<string, string>();
  for (const round of rounds) if (round.state === "planned" && !busy.has(round.groupId) && !next.has(round.groupId)) next.set(round.groupId, round.id);
  if (next.size === 0) return fail({ code: "nothing-to-start" });
  await trx.updateTable("role_play_round").set({ state: "running", started_at: input.now, version: sql`version + 1` }).where("id", "in", [...next.values()]).execute();
  await announce(trx, session.id);
  return ok({ started: next.size, busy: busy.size });
}

/** Ends the conversations that go on; the debrief begins with the salesperson. */
export async function stopRounds(trx: Transaction<DB>, input: Input): Promise<Result<{ stopped: number }, RoundError>> {
  const session = await lockSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  const running = await ofGroups(trx, input, ["running"]);
  if (running.length === 0) return fail({ code: "wrong-state" });
  await beginDebrief(trx, running.map((round) => round.id), input.now);
  for (const round of running) await reportStandings(trx, { round: { ...round, cohortId: session.cohortId }, actorId: null, now: input.now });
  await announce(trx, session.id);
  return ok({ stopped: running.length });
}

/** The conversation is over. Roles count as held from here on. */
export async function beginDebrief(trx: Transaction<DB>, roundIds: readonly string[], now: Date): Promise<void> {
  await trx
    .updateTable("role_play_round")
    .set({ state: "debrief", turn: "salesperson", ended_at: now, version: sql`version + 1` })
    .where("id", "in", roundIds)
    .where("state", "=", "running")
    .execute();
}

/** Closes one round of the session, wherever its debrief stands, also without an observer's sheet. */
export async function finishRound(trx: Transaction<DB>, actor: { id: string }, input: RoundInput): Promise<Result<undefined, RoundError>> {
  const opened = await openRound(trx, input);
  if (!opened.ok) return opened;
  if (!roundAdmits(opened.value.state, "finish")) return fail({ code: "wrong-state" });
  await finishRounds(trx, { rounds: [opened.value], cohortId: input.cohortId, actorId: actor.id, now: input.now });
  await announce(trx, input.sessionId);
  return ok();
}

/** Takes a round out of the count, with a reason: nobody's role in it counts as held, its marks count no more. */
export async function voidRound(trx: Transaction<DB>, actor: { id: string }, input: RoundInput & { reason: string }): Promise<Result<undefined, RoundError>> {
  const reason = input.reason.trim();
  if (reason === "") return fail({ code: "reason-missing" });
  const opened = await openRound(trx, input);
  if (!opened.ok) return opened;
  const round = opened.value;
  if (!roundAdmits(round.state, "void")) return fail({ code: "wrong-state" });
  await trx.updateTable("role_play_round").set({ state: "void", turn: null, void_reason: reason, version: sql`version + 1` }).where("id", "=", round.id).execute();
  await withdrawMarking(trx, { kind: "role-play", subjectId: round.id, now: input.now });
  await writeAudit(trx, { actorId: actor.id, action: "void-role-play-round", subject: { kind: "role-play-round", id: round.id }, details: { reason } });
  await reportStandings(trx, { round, actorId: actor.id, now: input.now });
  await announce(trx, input.sessionId);
  return ok();
}

async function openRound(trx: Transaction<DB>, { cohortId, sessionId, roundId }: RoundInput) {
  const round = await lockRound(trx, roundId);
  return round && round.cohortId === cohortId && round.sessionId === sessionId ? ok(round) : fail({ code: "unknown-round" as const });
}

async function ofGroups(trx: Transaction<DB>, { sessionId, groupId }: Input, states: ("planned" | "running" | "debrief")[]) {
  const rows = await roundRows(trx)
    .innerJoin("role_play_group as g", "g.id", "r.group_id")
    .where("r.session_id", "=", sessionId)
    .where("g.dissolved_at", "is", null)
    .where("r.state", "in", states)
    .$if(groupId !== null, (query) => query.where("r.group_id", "=", groupId ?? ""))
    .orderBy("r.number")
    .execute();
  return rows.map(toRound);
}
