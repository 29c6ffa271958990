import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { AttemptState, Standing, Submitter } from "./attempt";
import { attemptsSoFar, type AttemptsSoFar, type QuizOf } from "./gate.server";
import { ATTEMPT_COLUMNS, type ActorRef } from "./rows.server";

export type AttemptLine = {
  attemptId: string;
  number: number;
  state: AttemptState;
  startedAt: Date;
  deadlineAt: Date;
  submittedAt: Date | null;
  submittedBy: Submitter | null;
  points: number | null;
  maxPoints: number | null;
  passed: boolean | null;
  /** Answers that wait for marking. */
  pending: number;
};
export type ReopeningLine = { attempts: number; reason: string; by: string; at: Date };

export type AttemptsOfLearner = {
  enrolmentId: string;
  chapterSlug: string;
  learner: { id: string; name: string };
  standing: Standing;
  attemptsUsed: number;
  attemptsAllowed: number;
  gate: AttemptsSoFar["gate"];
  attempts: AttemptLine[];
  reopenings: ReopeningLine[];
};

/** For instructors: every attempt of one learner of the cohort; null when the enrolment is not of that cohort. */
export async function attemptsOfLearner(db: Kysely<DB>, input: QuizOf & { cohortId: string }): Promise<AttemptsOfLearner | null> {
  const enrolment = await db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.person_id")
    .select(["person.id", "person.name"])
    .where("enrolment.id", "=", input.enrolmentId)
    .where("enrolment.cohort_id", "=", input.cohortId)
    .executeTakeFirst();
  return enrolment === undefined ? null : summary(db, input, enrolment);
}

/** For the learner: their own attempts, before starting the next; null when the enrolment is not theirs. */
export async function ownAttempts(db: Kysely<DB>, actor: ActorRef, input: QuizOf): Promise<AttemptsOfLearner | null> {
  const enrolment = await db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.person_id")
    .select(["person.id", "person.name"])
    .where("enrolment.id", "=", input.enrolmentId)
    .where("enrolment.person_id", "=", actor.id)
    .executeTakeFirst();
  return enrolment === undefined ? null : summary(db, input, enrolment);
}

async function summary(db: Kysely<DB>, { enrolmentId, chapterSlug }: QuizOf, learner: { id: string; name: string }): Promise<AttemptsOfLearner> {
  const [soFar, attempts, reopenings] = await Promise.all([
    attemptsSoFar(db, { enrolmentId, chapterSlug }),
    attemptLines(db, { enrolmentId, chapterSlug }),
    db
      .selectFrom("quiz_reopening")
      .innerJoin("person", "person.id", "quiz_reopening.person_id")
      .select(["quiz_reopening.attempts", "quiz_reopening.reason", "person.name as by", "quiz_reopening.at"])
      .where("enrolment_id", "=", enrolmentId)
      .where("chapter_slug", "=", chapterSlug)
      .orderBy("quiz_reopening.id")
      .execute(),
  ]);
  const { standing, allowed, gate } = soFar;
  return { enrolmentId, chapterSlug, learner, standing, attemptsUsed: attempts.length, attemptsAllowed: allowed, gate, attempts, reopenings };
}

async function attemptLines(db: Kysely<DB>, { enrolmentId, chapterSlug }: QuizOf): Promise<AttemptLine[]> {
  const rows = await db
    .selectFrom("quiz_attempt")
    .select(ATTEMPT_COLUMNS)
    .select((eb) =>
      eb
        .selectFrom("quiz_paper_item as item")
        .select((inner) => inner.fn.countAll<string>().as("pending"))
        .whereRef("item.attempt_id", "=", "quiz_attempt.id")
        .where((inner) =>
          inner.not(
            inner.exists(
              inner
                .selectFrom("quiz_mark as mark")
                .select("mark.id")
                .whereRef("mark.attempt_id", "=", "item.attempt_id")
                .whereRef("mark.position", "=", "item.position"),
            ),
          ),
        )
        .as("pending"),
    )
    .where("enrolment_id", "=", enrolmentId)
    .where("chapter_slug", "=", chapterSlug)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    attemptId: row.id,
    number: row.number,
    state: row.state,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    points: row.points,
    maxPoints: row.max_points,
    passed: row.passed,
    pending: row.state === "open" ? 0 : Number(row.pending),
  }));
}
