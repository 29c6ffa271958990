import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { decide, type Refusal } from "./attempt";
import { attemptsSoFar, reportReopened, type QuizOf, type ReopenRefusal } from "./gate.server";
import { ATTEMPT_COLUMNS, attemptOf, type ActorRef } from "./rows.server";

export type ReopenInput = QuizOf & {
  /** The cohort in which the actor may teach; an enrolment of another is not found. */
  cohortId: string;
  /** How many further attempts. */
  attempts: number;
  reason: string;
  now: Date;
};
export type ReopenError = { code: "not-found" } | { code: "reason-too-short" } | { code: "bad-count" } | Refusal | ReopenRefusal;

/** Grants a learner whose attempts are used up further ones, with a reason that stays on record. */
export async function reopenAttempts(trx: Transaction<DB>, actor: ActorRef, input: ReopenInput): Promise<Result<{ allowed: number }, ReopenError>> {
  const reason = input.reason.trim();
  if (reason.length < 3 || reason.length > 500) return fail({ code: "reason-too-short" });
  if (!Number.isInteger(input.attempts) || input.attempts < 1 || input.attempts > 10) return fail({ code: "bad-count" });
  const { enrolmentId, chapterSlug, now } = input;
  const enrolment = await trx
    .selectFrom("enrolment")
    .select("id")
    .where("id", "=", enrolmentId)
    .where("cohort_id", "=", input.cohortId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (enrolment === undefined) return fail({ code: "not-found" });
  const last = await trx
    .selectFrom("quiz_attempt")
    .select(ATTEMPT_COLUMNS)
    .where("enrolment_id", "=", enrolmentId)
    .where("chapter_slug", "=", chapterSlug)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return fail({ code: "not-found" });
  const { attempts, allowed } = await attemptsSoFar(trx, input);
  const decided = decide(attemptOf(last), { type: "reopen", attemptsUsed: attempts.length, attemptsAllowed: allowed }, now);
  if (!decided.ok) return decided;
  if (attempts.some(({ passed }) => passed === true)) return fail({ code: "already-passed" });

  const reopened = await reportReopened(trx, { enrolmentId, chapterSlug, actorId: actor.id, reason, now });
  if (!reopened.ok) return reopened;
  await trx
    .insertInto("quiz_reopening")
    .values({ enrolment_id: enrolmentId, chapter_slug: chapterSlug, attempts: input.attempts, allowed: allowed + input.attempts, person_id: actor.id, reason, at: now })
    .execute();
  await writeAudit(trx, { actorId: actor.id, action: "reopen-attempts", subject: { kind: "enrolment", id: enrolmentId }, details: { chapter: chapterSlug, attempts: input.attempts, reason } });
  return ok({ allowed: allowed + input.attempts });
}
