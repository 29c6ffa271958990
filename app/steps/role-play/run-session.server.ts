/** Starting, ending and cancelling a role-play session. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { finishRounds } from "./finish-rounds.server";
import { lockSession, roundRows, type SessionKey, toRound } from "./rows.server";
import { type RolePlaySession, sessionAdmits, type SessionCommand } from "./session";

export type RunError = { code: "unknown-session" } | { code: "wrong-state" };
type Input = SessionKey & { now: Date };

/** The session begins. */
export async function startSession(trx: Transaction<DB>, input: Input): Promise<Result<undefined, RunError>> {
  const session = await admitted(trx, input, "start");
  if (!session.ok) return session;
  await trx.updateTable("role_play_session").set({ state: "running", started_at: input.now, version: sql`version + 1` }).where("id", "=", session.value.id).execute();
  await announce(trx, session.value.id);
  return ok();
}

/** The session is over: what is under way is finished with what there is, what was only planned is taken away. */
export async function endSession(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<{ finished: number; dropped: number }, RunError>> {
  const admittedSession = await admitted(trx, input, "end");
  if (!admittedSession.ok) return admittedSession;
  const session = admittedSession.value;
  const rounds = (await roundRows(trx).where("r.session_id", "=", session.id).where("r.state", "in", ["planned", "running", "debrief"]).execute()).map(toRound);
  const planned = rounds.filter((round) => round.state === "planned").map((round) => round.id);
  if (planned.length > 0) await trx.deleteFrom("role_play_round").where("id", "in", planned).execute();
  const open = rounds.filter((round) => round.state !== "planned");
  await finishRounds(trx, { rounds: open, cohortId: session.cohortId, actorId: actor.id, now: input.now });
  await trx.updateTable("role_play_session").set({ state: "ended", ended_at: input.now, version: sql`version + 1` }).where("id", "=", session.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "end-role-play", subject: { kind: "role-play-session", id: session.id }, details: { finished: open.length, dropped: planned.length } });
  await announce(trx, session.id);
  return ok({ finished: open.length, dropped: planned.length });
}

/** The session will not be held. */
export async function cancelSession(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<undefined, RunError>> {
  const session = await admitted(trx, input, "cancel");
  if (!session.ok) return session;
  const { id } = session.value;
  await trx.deleteFrom("role_play_round").where("session_id", "=", id).where("state", "=", "planned").execute();
  await trx.updateTable("role_play_session").set({ state: "cancelled", sequence: sql`sequence + 1`, version: sql`version + 1` }).where("id", "=", id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "cancel-role-play", subject: { kind: "role-play-session", id } });
  await announce(trx, id);
  return ok();
}

async function admitted(trx: Transaction<DB>, key: SessionKey, command: SessionCommand): Promise<Result<RolePlaySession, RunError>> {
  const session = await lockSession(trx, key);
  if (!session) return fail({ code: "unknown-session" });
  return sessionAdmits(session.state, command) ? ok(session) : fail({ code: "wrong-state" });
}
