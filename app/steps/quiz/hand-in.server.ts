/** What happens when a paper is handed in, by the learner or by the deadline: scored, marked where no person is needed, reported. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { enqueueAll } from "~/marking/index.server";
import { daysAfter } from "~/pipeline";
import { stepGate } from "~/pipeline/index.server";
import { decide, total, reachesMark, type Decision, type Standing } from "./attempt";
import { sayAttempts } from "./capability.server";
import { reportStanding } from "./gate.server";
import { answerSubject } from "./answer-subject";
import { plainStem } from "./attempt/stem";
import type { AnyQuestion, QuizResponse } from "./question";
import { readPaper } from "./read-paper.server";
import { attemptOf, type AttemptRow } from "./rows.server";
import { scoreResponse, type Score } from "./score";

export type HandedIn = { attemptId: string; state: "submitted" | "marked"; pending: number; standing: Standing };

/**
 * Scores an open attempt with the answers saved so far. The caller holds the attempt's row lock.
 * Null when the attempt does not take the command (already handed in, or not yet due).
 */
export async function handIn(trx: Transaction<DB>, row: AttemptRow, command: "submit" | "expire", actorId: string | null, now: Date): Promise<HandedIn | null> {
  const decided = decide(attemptOf(row), { type: command }, now);
  if (!decided.ok || decided.value.type !== "submitted") return null;

  const items = (await readPaper(trx, row.id)).map(({ position, question, answer }) => ({ position, question, answer, ...scoreResponse(question, answer) }));
  const final = items.filter(({ state }) => state !== "needs-marking");
  const open = items.filter(({ state }) => state === "needs-marking");
  const pending = open.length;
  await Promise.all([insertMarks(trx, row.id, final, now), close(trx, row, decided.value, pending === 0 ? total(final) : null)]);
  if (pending > 0) await enqueueAnswers(trx, row, open, decided.value.submittedAt);
  else await sayAttempts(trx, [row.id], now);
  const standing = await reportStanding(trx, { enrolmentId: row.enrolment_id, chapterSlug: row.chapter_slug, attemptId: row.id, actorId, now });
  return { attemptId: row.id, state: pending === 0 ? "marked" : "submitted", pending, standing };
}

/** Open answers wait for a person, each on its own. */
async function enqueueAnswers(trx: Transaction<DB>, row: AttemptRow, open: readonly { position: number; question: AnyQuestion }[], submittedAt: Date): Promise<void> {
  const [learner, { reviewDays }] = await Promise.all([
    trx
      .selectFrom("enrolment")
      .innerJoin("person", "person.id", "enrolment.person_id")
      .select(["enrolment.cohort_id as cohortId", "person.name"])
      .where("enrolment.id", "=", row.enrolment_id)
      .executeTakeFirstOrThrow(),
    stepGate(trx, row.enrolment_id, row.chapter_slug, "quiz"),
  ]);
  await enqueueAll(
    trx,
    open.map(({ position, question }) => ({
      kind: "quiz-answer",
      subjectId: answerSubject(row.id, position),
      cohortId: learner.cohortId,
      chapterSlug: row.chapter_slug,
      title: learner.name,
      task: { zh: plainStem(question.stem.zh), en: plainStem(question.stem.en) },
      taskKey: question.id,
      waitingSince: submittedAt,
      dueAt: daysAfter(submittedAt, reviewDays),
    })),
  );
}

type ScoredItem = { position: number; answer: QuizResponse | null } & Score;

/** The marks by rule, as one parameter. */
async function insertMarks(trx: Transaction<DB>, attemptId: string, items: readonly ScoredItem[], now: Date): Promise<void> {
  const rows = items.map(({ position, points, max, state, answer }) => ({ position, points, max, answered: state === "scored", answer }));
  await sql`
    insert into quiz_mark (attempt_id, position, points, max, answered, answer, at)
    select ${attemptId}::uuid, mark.position, mark.points, mark.max, mark.answered, mark.answer, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as mark (position int, points double precision, max double precision, answered boolean, answer jsonb)`.execute(trx);
}

async function close(trx: Transaction<DB>, row: AttemptRow, decision: Extract<Decision, { type: "submitted" }>, sum: { points: number; max: number } | null): Promise<void> {
  const outcome = sum === null ? { state: "submitted" as const } : { state: "marked" as const, points: sum.points, max_points: sum.max, passed: reachesMark(sum.points, sum.max, row.pass_mark) };
  await trx
    .updateTable("quiz_attempt")
    .set({ ...outcome, submitted_at: decision.submittedAt, submitted_by: decision.submittedBy, version: row.version + 1 })
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirstOrThrow();
}
