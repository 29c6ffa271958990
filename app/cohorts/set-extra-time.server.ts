import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";

/** Gives a learner extra time in quizzes they start from now on, in percent. False: there is no such learner in the cohort. */
export async function setExtraTime(trx: Transaction<DB>, actorId: string, input: { cohortId: string; enrolmentId: string; percent: number }): Promise<boolean> {
  const { cohortId, enrolmentId, percent } = input;
  const changed = await trx.updateTable("enrolment").set({ extra_time_percent: percent }).where("id", "=", enrolmentId).where("cohort_id", "=", cohortId).where("left_at", "is", null).executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await writeAudit(trx, { actorId, action: "set-extra-time", subject: { kind: "enrolment", id: enrolmentId }, details: { percent } });
  return true;
}
