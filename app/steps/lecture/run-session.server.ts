/** Starting, ending and cancelling a class. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announceRoom, announceSession } from "./announce.server";
import { unmarkedLearners } from "./record-attendance.server";
import { reportAttendance } from "./report-attendance.server";
import { lockSession, type SessionKey } from "./rows.server";
import { type LectureSession, mayDo, type SessionCommand } from "./session";

export type RunError = { code: "unknown-session" } | { code: "wrong-state" };
type Input = SessionKey & { now: Date };

/** The class begins. */
export async function startSession(trx: Transaction<DB>, input: Input): Promise<Result<undefined, RunError>> {
  const session = await admitted(trx, input, "start");
  if (!session.ok) return session;
  await trx.updateTable("lecture_session").set({ state: "running", started_at: input.now, version: sql`version + 1` }).where("id", "=", session.value.id).execute();
  await announceSession(trx, session.value.id);
  return ok();
}

/**
 * The class is over: who is not on the roll was absent, open polls close, and the gate is worked out for everybody. A class
 * that was held without the system ends, too; it then began on time.
 */
export async function endSession(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<{ absent: number }, RunError>> {
  const admittedSession = await admitted(trx, input, "end");
  if (!admittedSession.ok) return admittedSession;
  const session = admittedSession.value;
  const { now } = input;
  if (session.startedAt === null && session.startsAt > now) return fail({ code: "wrong-state" });
  const missing = await unmarkedLearners(trx, input);
  if (missing.length > 0) {
    await trx
      .insertInto("attendance")
      .values(missing.map((enrolment_id) => ({ session_id: session.id, enrolment_id, status: "absent" as const, how: "ending" as const, device_id: null, flagged: null, recorded_by: actor.id, reason: null, at: now })))
      .execute();
  }
  await trx.updateTable("lecture_poll").set({ state: "closed", closed_at: now }).where("session_id", "=", session.id).where("state", "=", "open").execute();
  await trx
    .updateTable("lecture_session")
    .set({ state: "ended", started_at: session.startedAt ?? session.startsAt, ended_at: now, code_shown: false, version: sql`version + 1` })
    .where("id", "=", session.id)
    .execute();
  await writeAudit(trx, { actorId: actor.id, action: "end-lecture", subject: { kind: "lecture-session", id: session.id }, details: { absent: missing.length } });
  await reportAttendance(trx, { session, actorId: actor.id, now });
  await announceSession(trx, session.id);
  await announceRoom(trx, session.id);
  return ok({ absent: missing.length });
}

/** The class will not be held; entries made ahead of it count no more. */
export async function cancelSession(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<undefined, RunError>> {
  const session = await admitted(trx, input, "cancel");
  if (!session.ok) return session;
  await trx.updateTable("lecture_session").set({ state: "cancelled", code_shown: false, sequence: sql`sequence + 1`, version: sql`version + 1` }).where("id", "=", session.value.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "cancel-lecture", subject: { kind: "lecture-session", id: session.value.id } });
  await reportAttendance(trx, { session: session.value, actorId: actor.id, now: input.now });
  await announceSession(trx, session.value.id);
  return ok();
}

async function admitted(trx: Transaction<DB>, key: SessionKey, command: SessionCommand): Promise<Result<LectureSession, RunError>> {
  const session = await lockSession(trx, key, "update");
  if (!session) return fail({ code: "unknown-session" });
  return mayDo(session.state, command) ? ok(session) : fail({ code: "wrong-state" });
}
