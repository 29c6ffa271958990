import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { sizeProblem } from "./group";
import { addMembers, enrolledAmong, type GroupsKey, lockGroups } from "./rows.server";

export type CreateGroupError =
  | { code: "not-found" }
  | { code: "name-taken" }
  | { code: "too-small" }
  | { code: "too-large" }
  | { code: "unknown-learner" }
  /** Somebody put them into a group meanwhile. */
  | { code: "in-a-group"; enrolmentId: string };

/** Makes a group by hand of learners who are in none of its purpose. */
export async function createGroup(trx: Transaction<DB>, actorId: string, input: GroupsKey & { name: string; enrolmentIds: readonly string[]; now: Date }): Promise<Result<{ groupId: string }, CreateGroupError>> {
  const { cohortId, purpose, now } = input;
  if (!(await lockGroups(trx, cohortId))) return fail({ code: "not-found" });
  const ids = [...new Set(input.enrolmentIds)];
  const problem = sizeProblem(ids.length);
  if (problem) return fail({ code: problem });
  if ((await enrolledAmong(trx, cohortId, ids)).size !== ids.length) return fail({ code: "unknown-learner" });
  const placed = await trx.selectFrom("cohort_group_member").select("enrolment_id").where("purpose", "=", purpose).where("valid_to", "is", null).where("enrolment_id", "in", ids).limit(1).executeTakeFirst();
  if (placed) return fail({ code: "in-a-group", enrolmentId: placed.enrolment_id });
  const groupId = await insertGroup(trx, actorId, { cohortId, purpose, name: input.name, now });
  if (groupId === null) return fail({ code: "name-taken" });
  await addMembers(trx, actorId, { id: groupId, cohortId, purpose }, ids, now);
  await writeAudit(trx, { actorId, action: "create-group", subject: { kind: "cohort-group", id: groupId }, details: { cohort: cohortId, purpose, name: input.name.trim(), members: ids } });
  return ok({ groupId });
}

/** Writes an empty group behind the others; null when a standing one has the name. */
export async function insertGroup(trx: Transaction<DB>, actorId: string, { cohortId, purpose, name, now }: GroupsKey & { name: string; now: Date }): Promise<string | null> {
  const row = await trx
    .insertInto("cohort_group")
    .values((eb) => ({
      cohort_id: cohortId,
      purpose,
      name: name.trim(),
      position: eb.selectFrom("cohort_group as g").select((of) => of(of.fn.coalesce(of.fn.max("g.position"), of.lit(0)), "+", of.lit(1)).as("next")).where("g.cohort_id", "=", cohortId).where("g.purpose", "=", purpose),
      created_by: actorId,
      created_at: now,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
