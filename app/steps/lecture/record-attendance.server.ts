import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announceRoom } from "./announce.server";
import type { AttendanceStatus } from "./attendance";
import { reportAttendance } from "./report-attendance.server";
import { latestAttendance, lockSession, type SessionKey } from "./rows.server";
import { mayDo } from "./session";

export interface AttendanceEntry {
  enrolmentId: string;
  status: AttendanceStatus;
}

export type RecordError = { code: "unknown-session" } | { code: "wrong-state" } | { code: "unknown-learner" } | { code: "reason-missing" };

/**
 * The instructor's word on who was there; the latest entry counts, whatever the learner's phone said. After the end it is a
 * correction and needs a reason, as a make-up always does. The gate is worked out anew.
 */
export async function recordAttendance(
  trx: Transaction<DB>,
  actor: { id: string },
  input: SessionKey & { entries: readonly AttendanceEntry[]; reason?: string | null; now: Date },
): Promise<Result<{ recorded: number }, RecordError>> {
  const session = await lockSession(trx, input, "share");
  if (!session) return fail({ code: "unknown-session" });
  if (!mayDo(session.state, "roll")) return fail({ code: "wrong-state" });
  const reason = input.reason?.trim() || null;
  const needsReason = session.state === "ended" || input.entries.some((entry) => entry.status === "make-up");
  if (needsReason && reason === null) return fail({ code: "reason-missing" });
  const ids = [...new Set(input.entries.map((entry) => entry.enrolmentId))];
  if (ids.length === 0) return ok({ recorded: 0 });
  const known = await trx.selectFrom("enrolment").select("id").where("cohort_id", "=", session.cohortId).where("id", "in", ids).forNoKeyUpdate().execute();
  if (known.length !== ids.length) return fail({ code: "unknown-learner" });
  await trx
    .insertInto("attendance")
    .values(
      input.entries.map(({ enrolmentId, status }) => ({
        session_id: session.id,
        enrolment_id: enrolmentId,
        status,
        how: status === "make-up" ? ("make-up" as const) : ("roll" as const),
        device_id: null,
        flagged: null,
        recorded_by: actor.id,
        reason,
        at: input.now,
      })),
    )
    .execute();
  await writeAudit(trx, { actorId: actor.id, action: "record-attendance", subject: { kind: "lecture-session", id: session.id }, details: { entries: input.entries.map(({ enrolmentId, status }) => ({ enrolmentId, status })), reason } });
  await reportAttendance(trx, { session, enrolmentIds: ids, actorId: actor.id, now: input.now });
  await announceRoom(trx, session.id);
  return ok({ recorded: ids.length });
}

/** The learners of a session's cohort whom nobody has marked yet. */
export async function unmarkedLearners(trx: Transaction<DB>, { cohortId, sessionId }: SessionKey): Promise<string[]> {
  const rows = await trx
    .selectFrom("enrolment as e")
    .leftJoin(latestAttendance(trx).where("a.session_id", "=", sessionId).as("latest"), "latest.enrolment_id", "e.id")
    .select("e.id")
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .where("latest.enrolment_id", "is", null)
    .orderBy("e.id")
    .execute();
  return rows.map((row) => row.id);
}
