import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { ActorRef } from "./rows.server";

/** Milliseconds to the deadline of the learner's own open attempt, below 0 when it is past; null when none such is open. */
export async function timeLeftOf(db: Kysely<DB>, actor: ActorRef, input: { attemptId: string; now: Date }): Promise<number | null> {
  const row = await db
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .select("deadline_at")
    .where("quiz_attempt.id", "=", input.attemptId)
    .where("enrolment.person_id", "=", actor.id)
    .where("quiz_attempt.state", "=", "open")
    .executeTakeFirst();
  return row === undefined ? null : row.deadline_at.getTime() - input.now.getTime();
}
