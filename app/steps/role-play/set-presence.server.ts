import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { findSession, latestPresence, lockSession, type SessionKey } from "./rows.server";
import { mayArrive, sessionAdmits } from "./session";

export type PresenceError = { code: "unknown-session" } | { code: "wrong-state" } | { code: "unknown-learner" };

export interface PresenceEntry {
  enrolmentId: string;
  here: boolean;
}

/** The instructor's word on who is in the room. What holds already is not said again. */
export async function setPresence(trx: Transaction<DB>, actor: { id: string }, input: SessionKey & { entries: readonly PresenceEntry[]; now: Date }): Promise<Result<{ changed: number }, PresenceError>> {
  const session = await lockSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  if (!sessionAdmits(session.state, "presence")) return fail({ code: "wrong-state" });
  const ids = [...new Set(input.entries.map((entry) => entry.enrolmentId))];
  if (ids.length === 0) return ok({ changed: 0 });
  const known = await trx.selectFrom("enrolment").select("id").where("cohort_id", "=", session.cohortId).where("left_at", "is", null).where("id", "in", ids).execute();
  if (known.length !== ids.length) return fail({ code: "unknown-learner" });
  return ok({ changed: await write(trx, session.id, input.entries, actor.id, input.now) });
}

/** A learner says that they are here, from half an hour before the start. */
export async function arrive(trx: Transaction<DB>, actor: { id: string }, input: { sessionId: string; now: Date }): Promise<Result<{ changed: number }, PresenceError>> {
  const own = await trx
    .selectFrom("role_play_session as s")
    .innerJoin("enrolment as e", "e.cohort_id", "s.cohort_id")
    .innerJoin("cohort as c", "c.id", "s.cohort_id")
    .select(["s.cohort_id as cohortId", "e.id as enrolmentId"])
    .where("s.id", "=", input.sessionId)
    .where("e.person_id", "=", actor.id)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .executeTakeFirst();
  const session = own && (await findSession(trx, { cohortId: own.cohortId, sessionId: input.sessionId }));
  if (!session) return fail({ code: "unknown-session" });
  if (!mayArrive(session, input.now)) return fail({ code: "wrong-state" });
  return ok({ changed: await write(trx, session.id, [{ enrolmentId: own.enrolmentId, here: true }], actor.id, input.now) });
}

async function write(trx: Transaction<DB>, sessionId: string, entries: readonly PresenceEntry[], by: string, now: Date): Promise<number> {
  const latest = await latestPresence(trx).where("a.session_id", "=", sessionId).execute();
  const holds = new Map(latest.map((row) => [row.enrolment_id, row.here]));
  const news = entries.filter(({ enrolmentId, here }) => (holds.get(enrolmentId) ?? false) !== here);
  if (news.length === 0) return 0;
  await trx.insertInto("role_play_presence").values(news.map(({ enrolmentId, here }) => ({ session_id: sessionId, enrolment_id: enrolmentId, here, recorded_by: by, at: now }))).execute();
  await announce(trx, sessionId);
  return news.length;
}
