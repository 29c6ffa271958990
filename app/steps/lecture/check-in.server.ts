import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { cohortGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announceRoom } from "./announce.server";
import type { AttendanceStatus } from "./attendance";
import { isValidCode } from "./check-in-code";
import { reportAttendance } from "./report-attendance.server";
import { latestAttendance, lockSession } from "./rows.server";
import { arrival, checkInOpen, type LectureSession } from "./session";

export type CheckInError = { code: "unknown-session" } | { code: "not-open" } | { code: "wrong-code" };

export interface CheckedIn {
  status: AttendanceStatus;
  /** There was an entry already: the learner's own, or the instructor's, which a code does not change. */
  already: boolean;
  flagged: boolean;
}

export interface CheckInInput {
  sessionId: string;
  code: string;
  /** The browser's own id, from its cookie. */
  deviceId: string;
  now: Date;
}

/**
 * A learner says with the code on the wall that they are there. A second learner on the same device is taken, too, and
 * flagged for the instructor. Wrong codes are counted by the caller.
 */
export async function checkIn(trx: Transaction<DB>, actor: { id: string }, input: CheckInInput): Promise<Result<CheckedIn, CheckInError>> {
  const place = await trx
    .selectFrom("lecture_session as s")
    .innerJoin("enrolment as e", "e.cohort_id", "s.cohort_id")
    .innerJoin("cohort as c", "c.id", "s.cohort_id")
    .select(["s.cohort_id", "s.code_secret", "e.id as enrolment_id"])
    .where("s.id", "=", input.sessionId)
    .where("e.person_id", "=", actor.id)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .executeTakeFirst();
  const session = place && (await lockSession(trx, { cohortId: place.cohort_id, sessionId: input.sessionId }, "share"));
  if (!session) return fail({ code: "unknown-session" });
  // Two presses at once come one after the other.
  await trx.selectFrom("enrolment").select("id").where("id", "=", place.enrolment_id).forNoKeyUpdate().executeTakeFirst();
  const known = await latestAttendance(trx).where("a.session_id", "=", session.id).where("a.enrolment_id", "=", place.enrolment_id).executeTakeFirst();
  if (known) return ok({ status: known.status, already: true, flagged: false });
  if (!checkInOpen(session, input.now)) return fail({ code: "not-open" });
  if (!isValidCode(place.code_secret, input.code, input.now)) return fail({ code: "wrong-code" });

  const status = arrival(session, await lateAfter(trx, session), input.now);
  const flagged = await usedBySomebodyElse(trx, session.id, input.deviceId, place.enrolment_id);
  await trx
    .insertInto("attendance")
    .values({ session_id: session.id, enrolment_id: place.enrolment_id, status, how: "code", device_id: input.deviceId, flagged: flagged ? "shared-device" : null, recorded_by: actor.id, reason: null, at: input.now })
    .execute();
  await reportAttendance(trx, { session, enrolmentIds: [place.enrolment_id], actorId: actor.id, now: input.now });
  await announceRoom(trx, session.id);
  return ok({ status, already: false, flagged });
}

/** Of several chapters the most lenient decides: nobody is late by one chapter's rule while another's still waits. */
async function lateAfter(trx: Transaction<DB>, session: LectureSession): Promise<number> {
  const rows = await trx.selectFrom("cohort_chapter").select("chapter_slug").where("cohort_id", "=", session.cohortId).where("chapter_slug", "in", session.chapters).execute();
  const gates = await Promise.all(rows.map((row) => cohortGate(trx, session.cohortId, row.chapter_slug, "lecture")));
  return Math.max(0, ...gates.map((gate) => gate.lateAfterMinutes));
}

async function usedBySomebodyElse(trx: Transaction<DB>, sessionId: string, deviceId: string, enrolmentId: string): Promise<boolean> {
  // Two learners on one device at the same moment: the second waits here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${sessionId}/${deviceId}`}, 0))`.execute(trx);
  const other = await trx.selectFrom("attendance").select("id").where("session_id", "=", sessionId).where("device_id", "=", deviceId).where("enrolment_id", "!=", enrolmentId).limit(1).executeTakeFirst();
  return other !== undefined;
}
