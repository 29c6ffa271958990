import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { handIn } from "./hand-in.server";
import { ATTEMPT_COLUMNS, type ActorRef } from "./rows.server";

export type SubmitOutcome = { attemptId: string; state: "submitted" | "marked"; already: boolean };

/**
 * Hands in a learner's own paper with the answers saved so far. Twice is once: the second call finds the paper handed
 * in and says so. After the deadline it counts as handed in by the deadline.
 */
export async function submitAttempt(trx: Transaction<DB>, actor: ActorRef, input: { attemptId: string; now: Date }): Promise<Result<SubmitOutcome, { code: "not-found" }>> {
  const row = await trx
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .select(ATTEMPT_COLUMNS)
    .where("quiz_attempt.id", "=", input.attemptId)
    .where("enrolment.person_id", "=", actor.id)
    .forUpdate("quiz_attempt")
    .executeTakeFirst();
  if (row === undefined) return fail({ code: "not-found" });
  if (row.state !== "open") return ok({ attemptId: row.id, state: row.state, already: true });
  const handed = await handIn(trx, row, "submit", actor.id, input.now);
  return handed === null ? fail({ code: "not-found" }) : ok({ attemptId: row.id, state: handed.state, already: false });
}
