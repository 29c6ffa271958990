import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { insertGroup } from "./create-group.server";
import type { FormingWish } from "./form-groups";
import { planForming } from "./plan-forming.server";
import { addMembers, type GroupsKey, lockGroups, standingGroups } from "./rows.server";

export type FormError = { code: "not-found" } | { code: "too-few" } | /** Somebody joined, left or was placed since the plan was shown. */ { code: "changed" };

/** Forms the groups that `planForming` showed: of learners who are in none yet. `nameOf` names the group with a number. */
export async function formCohortGroups(
  trx: Transaction<DB>,
  actorId: string,
  input: GroupsKey & { wish: FormingWish; seen: string; nameOf: (number: number) => string; now: Date },
): Promise<Result<{ groups: number }, FormError>> {
  const { cohortId, purpose, now } = input;
  if (!(await lockGroups(trx, cohortId))) return fail({ code: "not-found" });
  const plan = await planForming(trx, input, input.wish);
  if (!plan.ok) return plan;
  if (plan.value.seen !== input.seen) return fail({ code: "changed" });
  let number = (await standingGroups(trx, input)).length;
  for (const members of plan.value.groups) {
    let groupId: string | null = null;
    while (groupId === null) groupId = await insertGroup(trx, actorId, { cohortId, purpose, name: input.nameOf((number += 1)), now });
    await addMembers(trx, actorId, { id: groupId, cohortId, purpose }, members.map((member) => member.id), now);
  }
  await writeAudit(trx, { actorId, action: "form-groups", subject: { kind: "cohort", id: cohortId }, details: { purpose, seed: input.wish.seed, size: input.wish.size, rules: [...input.wish.rules], groups: plan.value.groups.map((group) => group.map((member) => member.id)) } });
  return ok({ groups: plan.value.groups.length });
}
