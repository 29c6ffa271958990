/** Who was there, and what that comes to for a chapter. */
import type { GateOf } from "~/pipeline";
import type { SessionState } from "./session";

export const ATTENDANCE_STATUSES = ["present", "late", "absent", "excused", "make-up"] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** What the instructor can say on the roll; a make-up needs a reason and has its own form. */
export const ROLL_STATUSES = ["present", "late", "excused", "absent"] as const satisfies readonly AttendanceStatus[];
export type RollStatus = (typeof ROLL_STATUSES)[number];

/** How an entry came about: the learner's code, the instructor's word, the end of the class, a make-up. */
export const ATTENDANCE_WAYS = ["code", "roll", "ending", "make-up"] as const;
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number];

export type AttendanceGate = Pick<GateOf<"lecture">, "lateCountsAsPresent" | "excusedCountsAsPresent">;

/** Whether a status in one session fulfils the gate. */
export function attendanceOutcome(status: AttendanceStatus, gate: AttendanceGate): "passed" | "failed" {
  switch (status) {
    case "present":
    case "make-up":
      return "passed";
    case "late":
      return gate.lateCountsAsPresent ? "passed" : "failed";
    case "excused":
      return gate.excusedCountsAsPresent ? "passed" : "failed";
    case "absent":
      return "failed";
  }
}

/** A learner's latest entry in one session that covers the chapter. */
export interface SessionRecord {
  state: SessionState;
  status: AttendanceStatus;
}

/**
 * What all sessions that cover a chapter come to: one attended is enough; when every one that is over was missed, the step
 * failed until a make-up; while nothing is over, there is nothing to say.
 */
export function chapterStanding(records: readonly SessionRecord[], gate: AttendanceGate): "passed" | "failed" | "retracted" {
  const counting = records.filter((record) => record.state !== "cancelled");
  if (counting.some((record) => attendanceOutcome(record.status, gate) === "passed")) return "passed";
  return counting.some((record) => record.state === "ended") ? "failed" : "retracted";
}

export type AttendanceCounts = Record<AttendanceStatus | "unmarked", number>;

/** How many learners have which status; null is nobody's word yet. */
export function countAttendance(statuses: readonly (AttendanceStatus | null)[]): AttendanceCounts {
  const counts: AttendanceCounts = { "present": 0, "late": 0, "absent": 0, "excused": 0, "make-up": 0, "unmarked": 0 };
  for (const status of statuses) counts[status ?? "unmarked"] += 1;
  return counts;
}
