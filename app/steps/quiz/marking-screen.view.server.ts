import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { markingQueue, type Place } from "./marking-queue.view.server";
import type { QuizResponse } from "./question";
import { revealQuestion, type RevealedQuestion } from "./reveal-question";
import type { CriterionPoints } from "./score";

/** The answer in view. */
export type MarkingSubject = Place & {
  learner: string;
  chapterTitle: string;
  submittedAt: Date;
  question: RevealedQuestion;
  answer: QuizResponse | null;
  criteria: CriterionPoints | null;
  remark: string | null;
  markId: string | null;
};

export type MarkingScreen = {
  cohortName: string;
  waiting: number;
  current: MarkingSubject | null;
  previous: Place | null;
  next: Place | null;
  /** What was marked just before, to be taken up again. */
  done: (Place & { learner: string; points: number; max: number }) | null;
};

type Input = { cohortId: string; chapterSlug?: string; at?: Place; done?: Place; locale: Locale };

/** The page on which open answers of a cohort are marked one after the other. */
export async function markingScreen(db: Kysely<DB>, input: Input): Promise<MarkingScreen> {
  const { cohortId, locale } = input;
  const [queue, cohort, done] = await Promise.all([
    markingQueue(db, input),
    db.selectFrom("cohort").select("name").where("id", "=", cohortId).executeTakeFirst(),
    input.done === undefined ? null : justMarked(db, cohortId, input.done),
  ]);
  const { current } = queue;
  const chapter = current && (await db.selectFrom("chapter").select("title").where("slug", "=", current.chapterSlug).executeTakeFirst());
  return {
    cohortName: cohort?.name ?? "",
    waiting: queue.waiting,
    previous: queue.previous,
    next: queue.next,
    done,
    current: current && {
      attemptId: current.attemptId,
      position: current.position,
      learner: current.learner,
      chapterTitle: chapter ? pick(chapter.title as Bilingual, locale) : current.chapterSlug,
      submittedAt: current.submittedAt,
      question: revealQuestion(current.question, locale),
      answer: current.answer,
      criteria: current.criteria,
      remark: current.remark,
      markId: current.markId,
    },
  };
}

async function justMarked(db: Kysely<DB>, cohortId: string, place: Place): Promise<MarkingScreen["done"]> {
  const row = await db
    .selectFrom("quiz_mark as mark")
    .innerJoin("quiz_attempt as attempt", "attempt.id", "mark.attempt_id")
    .innerJoin("enrolment", "enrolment.id", "attempt.enrolment_id")
    .innerJoin("person", "person.id", "enrolment.person_id")
    .select(["person.name", "mark.criteria", "mark.points", "mark.max"])
    .where("mark.attempt_id", "=", place.attemptId)
    .where("mark.position", "=", place.position)
    .where("enrolment.cohort_id", "=", cohortId)
    .orderBy("mark.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { ...place, learner: row.name, points: row.points, max: row.max };
}
