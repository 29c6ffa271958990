import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { latestMarks } from "./latest-marks.server";
import { isOpenQuestion, type QuizResponse } from "./question";
import { readPaper } from "./read-paper.server";
import { revealQuestion, type RevealedQuestion } from "./reveal-question";
import type { CriterionPoints } from "./score";

/** One place on a paper. */
export type Place = { attemptId: string; position: number };

/** An open answer with the rubric of its pinned version and the mark that counts now. */
export type MarkingSubject = Place & {
  learner: string;
  chapterTitle: string;
  cohortName: string;
  submittedAt: Date;
  question: RevealedQuestion;
  answer: QuizResponse | null;
  criteria: CriterionPoints | null;
  remark: string | null;
  points: number | null;
  /** The mark that counts now: whoever marks says that they saw it. */
  markId: string | null;
};

/** The open answer of a handed-in attempt of the cohort; null where there is none. */
export async function markingSubject(db: Kysely<DB>, { cohortId, attemptId, position, locale }: Place & { cohortId: string; locale: Locale }): Promise<MarkingSubject | null> {
  const [row, paper, marks] = await Promise.all([attemptRow(db, cohortId, attemptId), readPaper(db, attemptId), latestMarks(db, attemptId)]);
  const place = paper.find((candidate) => candidate.position === position);
  if (row === undefined || place === undefined || !isOpenQuestion(place.question)) return null;
  const mark = marks.find((candidate) => candidate.position === position);
  return {
    attemptId,
    position,
    learner: row.learner,
    chapterTitle: row.title === null ? row.chapterSlug : pick(row.title as Bilingual, locale),
    cohortName: row.cohortName,
    submittedAt: row.submittedAt ?? new Date(0),
    question: revealQuestion(place.question, locale),
    answer: place.answer,
    criteria: mark?.criteria ?? null,
    remark: mark?.remark ?? null,
    points: mark?.points ?? null,
    markId: mark?.id ?? null,
  };
}

function attemptRow(db: Kysely<DB>, cohortId: string, attemptId: string) {
  return db
    .selectFrom("quiz_attempt as attempt")
    .innerJoin("enrolment", "enrolment.id", "attempt.enrolment_id")
    .innerJoin("person", "person.id", "enrolment.person_id")
    .innerJoin("cohort", "cohort.id", "enrolment.cohort_id")
    .leftJoin("chapter", "chapter.slug", "attempt.chapter_slug")
    .select(["attempt.chapter_slug as chapterSlug", "attempt.submitted_at as submittedAt", "person.name as learner", "cohort.name as cohortName", "chapter.title"])
    .where("attempt.id", "=", attemptId)
    .where("attempt.state", "!=", "open")
    .where("enrolment.cohort_id", "=", cohortId)
    .executeTakeFirst();
}
