/** Rows of attempts ⇄ their domain type, and the column sets that this room's queries share. */
import type { Selectable } from "kysely";
import type { QuizAttemptTable } from "~/db/schema/quiz";
import { AppError } from "~/platform/errors";
import type { Attempt } from "./attempt";

export const ATTEMPT_COLUMNS = [
  "quiz_attempt.id",
  "quiz_attempt.enrolment_id",
  "quiz_attempt.chapter_slug",
  "quiz_attempt.number",
  "quiz_attempt.pass_mark",
  "quiz_attempt.state",
  "quiz_attempt.started_at",
  "quiz_attempt.deadline_at",
  "quiz_attempt.submitted_at",
  "quiz_attempt.submitted_by",
  "quiz_attempt.points",
  "quiz_attempt.max_points",
  "quiz_attempt.passed",
  "quiz_attempt.version",
] as const;

/** The row that `ATTEMPT_COLUMNS` selects. */
export type AttemptRow = Omit<Selectable<QuizAttemptTable>, "seed">;

/**
 * The attempt of a row.
 * @throws AppError when the row contradicts itself, which the table's checks rule out.
 */
export function attemptOf(row: AttemptRow): Attempt {
  const timed = { startedAt: row.started_at, deadlineAt: row.deadline_at };
  if (row.state === "open") return { state: "open", ...timed };
  if (row.submitted_at === null || row.submitted_by === null) throw corrupt(row);
  const handed = { ...timed, submittedAt: row.submitted_at, submittedBy: row.submitted_by };
  if (row.state === "submitted") return { state: "submitted", ...handed };
  if (row.points === null || row.max_points === null || row.passed === null) throw corrupt(row);
  return { state: "marked", ...handed, points: row.points, maxPoints: row.max_points, passed: row.passed };
}

function corrupt(row: AttemptRow): AppError {
  return new AppError("quiz-attempt-corrupt", `attempt ${row.id} is ${row.state} but lacks what that state has`);
}

/** Who does something in this room. */
export type ActorRef = { id: string };
