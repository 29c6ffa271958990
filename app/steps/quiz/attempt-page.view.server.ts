import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { AttemptState } from "./attempt";
import type { QuizResponse } from "./question";
import { readPaper } from "./read-paper.server";
import { redactQuestion, type RedactedQuestion } from "./redact";
import type { ActorRef } from "./rows.server";

/** One question as the learner's page shows it, with the answer the server holds. */
export type AttemptQuestion = {
  position: number;
  question: RedactedQuestion;
  value: QuizResponse | null;
  revision: number;
  flagged: boolean;
};

export type AttemptPage = {
  attemptId: string;
  enrolmentId: string;
  chapterSlug: string;
  /** Null where the chapter is gone. */
  chapterTitle: Bilingual | null;
  number: number;
  state: AttemptState;
  startedAt: Date;
  deadlineAt: Date;
  /** The server's clock: the page counts down from the difference, not by the device's clock. */
  now: Date;
  passMark: number;
  questions: AttemptQuestion[];
};

/**
 * The page on which a learner takes their own quiz; null when the attempt is not theirs.
 * Holds no key, no explanation, and ids that say nothing.
 */
export async function attemptPage(db: Kysely<DB>, actor: ActorRef, input: { attemptId: string; now: Date }): Promise<AttemptPage | null> {
  const row = await db
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .leftJoin("chapter", "chapter.slug", "quiz_attempt.chapter_slug")
    .select(["quiz_attempt.id", "enrolment_id", "chapter_slug", "quiz_attempt.number", "quiz_attempt.state", "started_at", "deadline_at", "pass_mark", "chapter.title"])
    .where("quiz_attempt.id", "=", input.attemptId)
    .where("enrolment.person_id", "=", actor.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const paper = await readPaper(db, row.id);
  return {
    attemptId: row.id,
    enrolmentId: row.enrolment_id,
    chapterSlug: row.chapter_slug,
    chapterTitle: row.title as Bilingual | null,
    number: row.number,
    state: row.state,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    now: input.now,
    passMark: row.pass_mark,
    questions: paper.map(({ position, question, order, saved }) => ({ position, question: redactQuestion(question, order), ...saved })),
  };
}
