import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { grantRole, writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";

export type StaffError = { code: "unknown-instructor" } | { code: "already-teaches" } | { code: "last-instructor" };

/** Lets somebody who is an instructor somewhere teach this cohort as well. */
export async function addInstructor(trx: Transaction<DB>, actorId: string, input: { cohortId: string; personId: string; now: Date }): Promise<Result<undefined, StaffError>> {
  const { cohortId, personId, now } = input;
  const grants = await trx
    .selectFrom("role_grant as g")
    .innerJoin("person as p", "p.id", "g.person_id")
    .select("g.cohort_id as cohortId")
    .where("p.id", "=", personId)
    .where("p.state", "!=", "suspended")
    .where("g.role", "=", "instructor")
    .where("g.revoked_at", "is", null)
    .execute();
  if (grants.length === 0) return fail({ code: "unknown-instructor" });
  if (grants.some((grant) => grant.cohortId === cohortId)) return fail({ code: "already-teaches" });
  await grantRole(trx, { id: actorId }, { personId, role: "instructor", scope: { kind: "cohort", cohortId }, now });
  await writeAudit(trx, { actorId, action: "add-instructor", subject: { kind: "cohort", id: cohortId }, details: { person: personId } });
  return ok();
}

/** Takes an instructor off a cohort. An open cohort keeps at least one. */
export async function removeInstructor(trx: Transaction<DB>, actorId: string, input: { cohortId: string; personId: string; now: Date }): Promise<Result<undefined, StaffError>> {
  const { cohortId, personId, now } = input;
  // Two people removing each other at once: the lock lets only one through.
  const cohort = await trx.selectFrom("cohort").select("state").where("id", "=", cohortId).forUpdate().executeTakeFirstOrThrow();
  const teaching = await trx.selectFrom("role_grant").select("person_id").where("cohort_id", "=", cohortId).where("role", "=", "instructor").where("revoked_at", "is", null).execute();
  if (!teaching.some((grant) => grant.person_id === personId)) return fail({ code: "unknown-instructor" });
  if (cohort.state === "open" && teaching.length === 1) return fail({ code: "last-instructor" });
  await trx.updateTable("role_grant").set({ revoked_at: sql`greatest(granted_at, ${now}::timestamptz)`, revoked_by: actorId }).where("cohort_id", "=", cohortId).where("person_id", "=", personId).where("role", "=", "instructor").where("revoked_at", "is", null).execute();
  await writeAudit(trx, { actorId, action: "remove-instructor", subject: { kind: "cohort", id: cohortId }, details: { person: personId } });
  return ok();
}
