import { type Transaction, sql } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { startRoads } from "~/pipeline/index.server";
import { endMembers } from "./groups/rows.server";
import { type EnrolmentPlan, type EnrolmentRequest, planEnrolment } from "./plan-enrolment.server";

/**
 * Enrols whom the request names, exactly as `planEnrolment` shows it: newcomers get the learner's role in this cohort
 * and their roads, who comes back finds their old ones. Doing it twice changes nothing.
 */
export async function enrolLearners(trx: Transaction<DB>, actorId: string, cohortId: string, request: EnrolmentRequest, now: Date): Promise<EnrolmentPlan> {
  // Two people enrolling at once: the second sees what the first wrote.
  await trx.selectFrom("cohort").select("id").where("id", "=", cohortId).forUpdate().executeTakeFirstOrThrow();
  const plan = await planEnrolment(trx, cohortId, request);
  const joining = [...plan.enrol, ...plan.returning].map((candidate) => candidate.personId);
  if (joining.length === 0) return plan;
  const enrolments = await trx
    .insertInto("enrolment")
    .values(joining.map((personId) => ({ cohort_id: cohortId, person_id: personId, enrolled_at: now, enrolled_by: actorId, left_at: null, left_reason: null })))
    .onConflict((conflict) => conflict.columns(["cohort_id", "person_id"]).doUpdateSet({ left_at: null, left_reason: null }))
    .returning("id")
    .execute();
  await trx
    .insertInto("role_grant")
    .values(joining.map((personId) => ({ person_id: personId, role: "learner" as const, scope_kind: "cohort" as const, team_id: null, cohort_id: cohortId, granted_by: actorId, granted_at: now, revoked_at: null, revoked_by: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await startRoads(trx, { enrolmentIds: enrolments.map((enrolment) => enrolment.id), actorId, now });
  await writeAudit(trx, { actorId, action: "enrol-learners", subject: { kind: "cohort", id: cohortId }, details: { people: joining } });
  return plan;
}

/** Takes a learner out of a cohort and its groups from now on; what they earned stays and comes back with them. */
export async function endEnrolment(trx: Transaction<DB>, actorId: string, input: { enrolmentId: string; cohortId: string; reason: string; now: Date }): Promise<boolean> {
  const ended = await trx
    .updateTable("enrolment")
    .set({ left_at: sql`greatest(enrolled_at, ${input.now}::timestamptz)`, left_reason: input.reason })
    .where("id", "=", input.enrolmentId)
    .where("cohort_id", "=", input.cohortId)
    .where("left_at", "is", null)
    .returning("person_id")
    .executeTakeFirst();
  if (!ended) return false;
  await endMembers(trx, actorId, { enrolmentId: input.enrolmentId }, input.now);
  await trx.updateTable("role_grant").set({ revoked_at: sql`greatest(granted_at, ${input.now}::timestamptz)`, revoked_by: actorId }).where("person_id", "=", ended.person_id).where("cohort_id", "=", input.cohortId).where("role", "=", "learner").where("revoked_at", "is", null).execute();
  await writeAudit(trx, { actorId, action: "end-enrolment", subject: { kind: "enrolment", id: input.enrolmentId }, details: { reason: input.reason } });
  return true;
}
