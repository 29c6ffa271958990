import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { markedItems } from "./attempt-result.view.server";
import { attemptsOfLearner, type AttemptsOfLearner } from "./attempts-of-learner.view.server";
import { latestMarks } from "./latest-marks.server";
import type { QuizResponse } from "./question";
import { readPaper } from "./read-paper.server";
import { resultOf, type QuizResult, type ResultItem } from "./result";
import { revealQuestion, type RevealedQuestion } from "./reveal-question";
import type { CriterionPoints } from "./score";

export type SheetQuestion = {
  position: number;
  open: boolean;
  question: RevealedQuestion;
  answer: QuizResponse | null;
  points: number;
  max: number;
  state: ResultItem["state"];
  criteria: CriterionPoints | null;
  remark: string | null;
  /** The mark that counts: whoever overrules it says that they saw it. */
  markId: string | null;
};

/** One line of the ledger: a mark given by a person, also one that no longer counts. */
export type LedgerLine = { id: string; position: number; points: number; max: number; by: string; at: Date; remark: string | null; counts: boolean };

export type AttemptSheet = AttemptsOfLearner & {
  chapterTitle: string;
  /** The cohort's team: who holds a right in it holds it here. */
  teamId: string;
  attemptId: string;
  passMark: number;
  /** Null while the learner is at it. */
  result: QuizResult | null;
  questions: SheetQuestion[];
  ledger: LedgerLine[];
};

/** One attempt with all answers, keys and marks, and the learner's other attempts; null when it is not of that cohort. */
export async function attemptSheet(db: Kysely<DB>, input: { cohortId: string; attemptId: string; locale: Locale }): Promise<AttemptSheet | null> {
  const { cohortId, attemptId, locale } = input;
  const row = await db
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .innerJoin("cohort", "cohort.id", "enrolment.cohort_id")
    .leftJoin("chapter", "chapter.slug", "quiz_attempt.chapter_slug")
    .select(["quiz_attempt.enrolment_id", "quiz_attempt.chapter_slug", "quiz_attempt.state", "quiz_attempt.pass_mark", "chapter.title", "cohort.team_id"])
    .where("quiz_attempt.id", "=", attemptId)
    .where("enrolment.cohort_id", "=", cohortId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const attempts = await attemptsOfLearner(db, { cohortId, enrolmentId: row.enrolment_id, chapterSlug: row.chapter_slug });
  if (attempts === null) return null;
  const base = { ...attempts, attemptId, teamId: row.team_id, passMark: row.pass_mark, chapterTitle: row.title === null ? row.chapter_slug : pick(row.title as Bilingual, locale) };
  // What is under way is nobody else's to read.
  if (row.state === "open") return { ...base, result: null, questions: [], ledger: [] };
  const [paper, marks, ledger] = await Promise.all([readPaper(db, attemptId), latestMarks(db, attemptId), marksByHand(db, attemptId)]);
  const items = markedItems(paper, marks);
  const counting = new Set(marks.map(({ id }) => id));
  return {
    ...base,
    result: resultOf(items, row.pass_mark),
    questions: items.map(({ place, mark, points, max, state }) => ({
      position: place.position,
      open: place.question.kind === "short-answer" || place.question.kind === "case",
      question: revealQuestion(place.question, locale),
      answer: place.answer,
      points,
      max,
      state,
      criteria: mark?.criteria ?? null,
      remark: mark?.remark ?? null,
      markId: mark?.id ?? null,
    })),
    ledger: ledger.map((line) => ({ ...line, counts: counting.has(line.id) })),
  };
}

async function marksByHand(db: Kysely<DB>, attemptId: string): Promise<Omit<LedgerLine, "counts">[]> {
  return db
    .selectFrom("quiz_mark as mark")
    .innerJoin("person", "person.id", "mark.marker_id")
    .select(["mark.id", "mark.position", "mark.points", "mark.max", "person.name as by", "mark.at", "mark.remark"])
    .where("mark.attempt_id", "=", attemptId)
    .orderBy("mark.id", "desc")
    .execute();
}
