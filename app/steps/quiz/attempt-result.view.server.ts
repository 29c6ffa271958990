import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { AttemptState, Submitter } from "./attempt";
import { attemptsSoFar } from "./gate.server";
import { latestMarks, type LatestMark } from "./latest-marks.server";
import type { QuestionVersion, QuizResponse } from "./question";
import { readPaper, type PaperPlace } from "./read-paper.server";
import { redactQuestion, toShown, type RedactedQuestion } from "./redact";
import { resultOf, type QuizResult, type ResultItem } from "./result";
import { ATTEMPT_COLUMNS, type ActorRef } from "./rows.server";
import type { CriterionPoints } from "./score";

/** One answer after the fact. Keys only where the cohort's policy shows explanations. */
export type ResultQuestion = {
  position: number;
  question: RedactedQuestion;
  /** In the ids of `question`. */
  value: QuizResponse | null;
  points: number;
  max: number;
  state: ResultItem["state"];
  section: string;
  remark: string | null;
  /** Present when explanations are shown: the whole question with its keys, and the answer in its real ids. */
  revealed: { question: QuestionVersion; answer: QuizResponse | null; criteria: CriterionPoints | null } | null;
};

export type AttemptResult = {
  attemptId: string;
  enrolmentId: string;
  chapterSlug: string;
  number: number;
  state: Exclude<AttemptState, "open">;
  startedAt: Date;
  submittedAt: Date | null;
  submittedBy: Submitter | null;
  passMark: number;
  result: QuizResult;
  attemptsUsed: number;
  attemptsAllowed: number;
  showsExplanations: boolean;
  questions: ResultQuestion[];
};

/** A learner's own result; null while the attempt is open or when it is not theirs. */
export async function attemptResult(db: Kysely<DB>, actor: ActorRef, input: { attemptId: string }): Promise<AttemptResult | null> {
  const row = await db
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .select(ATTEMPT_COLUMNS)
    .where("quiz_attempt.id", "=", input.attemptId)
    .where("enrolment.person_id", "=", actor.id)
    .executeTakeFirst();
  if (row === undefined || row.state === "open") return null;
  const [paper, marks, soFar] = await Promise.all([
    readPaper(db, row.id),
    latestMarks(db, row.id),
    attemptsSoFar(db, { enrolmentId: row.enrolment_id, chapterSlug: row.chapter_slug }),
  ]);
  // Another attempt that is open would profit from the keys of this one.
  const { showExplanations: policy } = soFar.gate;
  const isAllowed = policy === "always" || (policy === "after-pass" && soFar.standing === "passed");
  const showsExplanations = isAllowed && !soFar.attempts.some(({ state }) => state === "open");
  const items = markedItems(paper, marks);
  return {
    attemptId: row.id,
    enrolmentId: row.enrolment_id,
    chapterSlug: row.chapter_slug,
    number: row.number,
    state: row.state,
    startedAt: row.started_at,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    passMark: row.pass_mark,
    result: resultOf(items, row.pass_mark),
    attemptsUsed: soFar.attempts.length,
    attemptsAllowed: soFar.allowed,
    showsExplanations,
    questions: items.map(({ place, mark, points, max, state }) => ({
      position: place.position,
      question: redactQuestion(place.question, place.order),
      value: place.answer === null ? null : toShown(place.order, place.answer),
      points,
      max,
      state,
      section: place.question.section,
      remark: mark?.remark ?? null,
      revealed: showsExplanations ? { question: place.question, answer: place.answer, criteria: mark?.criteria ?? null } : null,
    })),
  };
}

type MarkedItem = ResultItem & { place: PaperPlace; mark: LatestMark | undefined };

/** Every place with the mark that counts; without one a person has yet to mark it. */
export function markedItems(paper: readonly PaperPlace[], marks: readonly LatestMark[]): MarkedItem[] {
  const byPosition = new Map(marks.map((mark) => [mark.position, mark]));
  return paper.map((place): MarkedItem => {
    const mark = byPosition.get(place.position);
    const { competencies, section } = place.question;
    const base = { place, mark, competencies, section };
    if (mark === undefined) return { ...base, points: 0, max: 1, state: "needs-marking" };
    return { ...base, points: mark.points, max: mark.max, state: mark.answered ? "scored" : "unanswered" };
  });
}
