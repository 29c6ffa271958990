import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { CriterionPoints } from "./score";
import { isOpenQuestion, type CaseQuestion, type QuizResponse, type ShortAnswerQuestion } from "./question";
import { latestMarks } from "./latest-marks.server";
import { readPaper } from "./read-paper.server";

/** One open answer in the queue. */
export type QueueLine = {
  attemptId: string;
  position: number;
  chapterSlug: string;
  learner: string;
  questionId: string;
  submittedAt: Date;
  marked: boolean;
};

/** The answer being marked, with the rubric of its pinned version beside it. */
export type MarkingItem = QueueLine & {
  enrolmentId: string;
  question: ShortAnswerQuestion | CaseQuestion;
  answer: QuizResponse | null;
  criteria: CriterionPoints | null;
  remark: string | null;
  points: number | null;
  /** The mark that counts now: whoever marks says that they saw it. */
  markId: string | null;
};

export type Place = { attemptId: string; position: number };
export type MarkingQueue = {
  lines: QueueLine[];
  waiting: number;
  current: MarkingItem | null;
  previous: Place | null;
  next: Place | null;
};

/**
 * The open answers of a cohort: those that wait, question by question (so that one rubric stays in mind), oldest first.
 * `at` opens one of them, also one that is marked already; without it the first that waits.
 */
export async function markingQueue(db: Kysely<DB>, input: { cohortId: string; chapterSlug?: string; at?: Place; limit?: number }): Promise<MarkingQueue> {
  const lines = await queueLines(db, input);
  const waiting = lines.filter((line) => !line.marked);
  const at = input.at ?? waiting[0];
  if (at === undefined) return { lines, waiting: 0, current: null, previous: null, next: null };
  const index = lines.findIndex((line) => line.attemptId === at.attemptId && line.position === at.position);
  const line = lines[index];
  const place = (other: QueueLine | undefined): Place | null => (other === undefined ? null : { attemptId: other.attemptId, position: other.position });
  return {
    lines,
    waiting: waiting.length,
    current: line === undefined ? null : await markingItem(db, line),
    previous: index > 0 ? place(lines[index - 1]) : null,
    next: place(lines[index + 1]),
  };
}

async function queueLines(db: Kysely<DB>, { cohortId, chapterSlug, at, limit }: { cohortId: string; chapterSlug?: string; at?: Place; limit?: number }): Promise<(QueueLine & { enrolmentId: string })[]> {
  const rows = await db
    .selectFrom("quiz_attempt as attempt")
    .innerJoin("enrolment", "enrolment.id", "attempt.enrolment_id")
    .innerJoin("person", "person.id", "enrolment.person_id")
    .innerJoin("quiz_paper_item as item", "item.attempt_id", "attempt.id")
    .innerJoin("question_version as version", "version.hash", "item.question_hash")
    .select((eb) => [
      "attempt.id",
      "attempt.enrolment_id",
      "attempt.chapter_slug",
      "attempt.submitted_at",
      "item.position",
      "person.name",
      "version.question_id",
      eb
        .exists(eb.selectFrom("quiz_mark as mark").select("mark.id").whereRef("mark.attempt_id", "=", "item.attempt_id").whereRef("mark.position", "=", "item.position"))
        .as("marked"),
    ])
    .where("enrolment.cohort_id", "=", cohortId)
    .where("item.kind", "in", ["short-answer", "case"])
    .where((eb) =>
      eb.or([
        // Attempts that wait for marks, with what is marked of them; and the one that was asked for, marked or not.
        eb("attempt.state", "=", "submitted"),
        ...(at === undefined ? [] : [eb.and([eb("attempt.state", "=", "marked"), eb("attempt.id", "=", at.attemptId)])]),
      ]),
    )
    .$if(chapterSlug !== undefined, (query) => query.where("attempt.chapter_slug", "=", chapterSlug ?? ""))
    .orderBy("attempt.chapter_slug")
    .orderBy("version.question_id")
    .orderBy("attempt.submitted_at")
    .orderBy("attempt.id")
    .orderBy("item.position")
    .limit(limit ?? 500)
    .execute();
  return rows.map((row) => ({
    attemptId: row.id,
    enrolmentId: row.enrolment_id,
    position: row.position,
    chapterSlug: row.chapter_slug,
    learner: row.name,
    questionId: row.question_id,
    submittedAt: row.submitted_at ?? new Date(0),
    marked: Boolean(row.marked),
  }));
}

async function markingItem(db: Kysely<DB>, line: QueueLine & { enrolmentId: string }): Promise<MarkingItem | null> {
  const [paper, marks] = await Promise.all([readPaper(db, line.attemptId), latestMarks(db, line.attemptId)]);
  const place = paper.find(({ position }) => position === line.position);
  if (place === undefined || !isOpenQuestion(place.question)) return null;
  const mark = marks.find(({ position }) => position === line.position);
  return {
    ...line,
    question: place.question,
    answer: place.answer,
    criteria: mark?.criteria ?? null,
    remark: mark?.remark ?? null,
    points: mark?.points ?? null,
    markId: mark?.id ?? null,
  };
}

/** The next answer that waits after `after` in the order of the queue, or else the first that does; null when all are marked. */
export async function nextToMark(db: Kysely<DB>, { after, ...input }: { cohortId: string; chapterSlug?: string; after: Place }): Promise<Place | null> {
  const lines = await queueLines(db, { ...input, at: after });
  const index = lines.findIndex((line) => line.attemptId === after.attemptId && line.position === after.position);
  const next = [...lines.slice(index + 1), ...lines.slice(0, Math.max(0, index))].find((line) => !line.marked);
  return next === undefined ? null : { attemptId: next.attemptId, position: next.position };
}
