/** This room's dealings with the pipeline, in one place: the gate of the step, and what attempts are evidence of. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { progressIn, type Refusal as RoadRefusal } from "~/pipeline";
import { applyCommand, loadRoad, recordEvidence, stepGate, type StepGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { standingOf, type AttemptState, type Standing } from "./attempt";

/** Where an attempt belongs: one learner's quiz of one chapter in one cohort. */
export type QuizOf = { enrolmentId: string; chapterSlug: string };

export type AttemptBrief = { id: string; number: number; state: AttemptState; passed: boolean | null };

/** What is known of all attempts of one learner at one quiz. */
export type AttemptsSoFar = {
  gate: StepGate<"quiz">;
  attempts: AttemptBrief[];
  /** The gate's attempts plus those granted since. */
  allowed: number;
  standing: Standing;
};

/** Reads all attempts with what the gate and instructors allow. */
export async function attemptsSoFar(db: Kysely<DB>, quiz: QuizOf): Promise<AttemptsSoFar> {
  const [gate, attempts] = await Promise.all([stepGate(db, quiz.enrolmentId, quiz.chapterSlug, "quiz"), readAttempts(db, quiz)]);
  const allowed = await attemptsAllowed(db, quiz, gate.maxAttempts, attempts);
  const brief = attempts.map(({ id, number, state, passed }) => ({ id, number, state, passed }));
  return { gate, attempts: brief, allowed, standing: standingOf(brief, allowed) };
}

/** The attempts in order, each with the latest reopening: nobody reopens what was never tried. */
function readAttempts(db: Kysely<DB>, { enrolmentId, chapterSlug }: QuizOf) {
  return db
    .selectFrom("quiz_attempt as a")
    .leftJoinLateral(
      ({ selectFrom }) =>
        selectFrom("quiz_reopening as o").select(["o.allowed", "o.at"]).whereRef("o.enrolment_id", "=", "a.enrolment_id").whereRef("o.chapter_slug", "=", "a.chapter_slug").orderBy("o.id", "desc").limit(1).as("latest"),
      (join) => join.onTrue(),
    )
    .select(["a.id", "a.number", "a.state", "a.passed", "a.started_at", "latest.allowed as reopenedTo", "latest.at as reopenedAt"])
    .where("a.enrolment_id", "=", enrolmentId)
    .where("a.chapter_slug", "=", chapterSlug)
    .orderBy("a.number")
    .execute();
}

/** The gate's attempts, what this room's reopenings granted, and a whole new set when the step itself was reopened. */
async function attemptsAllowed(db: Kysely<DB>, quiz: QuizOf, maxAttempts: number, attempts: Awaited<ReturnType<typeof readAttempts>>): Promise<number> {
  const [first] = attempts;
  if (first === undefined) return maxAttempts;
  const allowed = Math.max(maxAttempts, first.reopenedTo ?? 0);
  if (attempts.length < allowed) return allowed;
  const planned = await loadRoad(db, quiz.enrolmentId, quiz.chapterSlug);
  const reopenedAt = planned === null ? null : progressIn(planned.road, "quiz").reopenedAt;
  if (reopenedAt === null || (first.reopenedAt !== null && first.reopenedAt >= reopenedAt)) return allowed;
  const before = attempts.filter((attempt) => attempt.started_at <= reopenedAt).length;
  return Math.max(allowed, before + maxAttempts);
}

type Cause = QuizOf & { attemptId: string; actorId: string | null; now: Date };

/** The pipeline does not let the quiz begin: left out, an earlier step unfinished, its date not come, failed for good. */
export type BegunRefusal = { code: "step-closed"; refusal: RoadRefusal };

/** Tells the pipeline that an attempt begins; the refusal must end the start before anything is written. */
export async function reportBegun(trx: Transaction<DB>, cause: Cause): Promise<Result<undefined, BegunRefusal | { code: "already-passed" }>> {
  const road = await report(trx, cause, "begun", cause.attemptId);
  if (!road.ok) return fail({ code: "step-closed", refusal: road.error });
  const { state, included } = progressIn(road.value, "quiz");
  if (!included) return fail({ code: "step-closed", refusal: { code: "left-out", step: "quiz" } });
  return state === "passed" ? fail({ code: "already-passed" }) : ok();
}

/**
 * Tells the pipeline what all attempts mean now, with `attemptId` as what brought it about. A correction of the attempt
 * that the pass stood on is told as such before another attempt's pass takes its place. A refusal (the cohort left the
 * quiz out meanwhile) leaves the attempt as it is: nothing earned here is lost.
 */
export async function reportStanding(trx: Transaction<DB>, cause: Cause): Promise<Standing> {
  const { attempts, standing } = await attemptsSoFar(trx, cause);
  if (standing === "none") return standing;
  const passing = attempts.find(({ passed }) => passed === true);
  const own = attempts.find(({ id }) => id === cause.attemptId);
  if (standing === "passed" && passing !== undefined && own?.passed === false) {
    await report(trx, cause, "failed", cause.attemptId);
    await report(trx, cause, "passed", passing.id);
  } else {
    await report(trx, cause, standing, cause.attemptId);
  }
  return standing;
}

function report(trx: Transaction<DB>, { enrolmentId, chapterSlug, actorId, now }: Cause, outcome: Exclude<Standing, "none">, attemptId: string) {
  return recordEvidence(trx, { enrolmentId, chapterSlug, step: "quiz", outcome, evidence: { kind: "quiz-attempt", id: attemptId }, actorId, now });
}

export type ReopenRefusal = { code: "step-closed"; refusal: RoadRefusal | { code: "stale" } };

/** Tells the pipeline that an instructor gives further attempts. */
export async function reportReopened(trx: Transaction<DB>, { enrolmentId, chapterSlug, actorId, reason, now }: QuizOf & { actorId: string; reason: string; now: Date }): Promise<Result<undefined, ReopenRefusal>> {
  const road = await applyCommand(trx, { enrolmentId, chapterSlug, step: "quiz", command: { kind: "reopen", cause: { kind: "person", actorId, reason } }, now });
  return road.ok ? ok() : fail({ code: "step-closed", refusal: road.error });
}
