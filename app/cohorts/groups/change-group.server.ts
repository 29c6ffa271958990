import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { endMembers, findGroup, type Group, lockGroups } from "./rows.server";

interface GroupKey {
  cohortId: string;
  groupId: string;
}

export type ChangeGroupError = { code: "not-found" } | { code: "name-taken" };

/** Gives a group another name. */
export async function renameGroup(trx: Transaction<DB>, actorId: string, { name, ...key }: GroupKey & { name: string }): Promise<Result<undefined, ChangeGroupError>> {
  const group = await held(trx, key);
  if (!group) return fail({ code: "not-found" });
  const wanted = name.trim();
  const taken = await trx
    .selectFrom("cohort_group")
    .select("id")
    .where("cohort_id", "=", group.cohortId)
    .where("purpose", "=", group.purpose)
    .where("dissolved_at", "is", null)
    .where("id", "!=", group.id)
    .where((eb) => eb(eb.fn("lower", ["name"]), "=", wanted.toLowerCase()))
    .executeTakeFirst();
  if (taken) return fail({ code: "name-taken" });
  await trx.updateTable("cohort_group").set({ name: wanted }).where("id", "=", group.id).execute();
  await writeAudit(trx, { actorId, action: "rename-group", subject: { kind: "cohort-group", id: group.id }, details: { cohort: group.cohortId, from: group.name, to: wanted } });
  return ok();
}

/** The group is no more: its members are in none from now on; what it did stays on record. */
export async function dissolveGroup(trx: Transaction<DB>, actorId: string, { now, ...key }: GroupKey & { now: Date }): Promise<Result<undefined, ChangeGroupError>> {
  const group = await held(trx, key);
  if (!group) return fail({ code: "not-found" });
  await endMembers(trx, actorId, { groupId: group.id }, now);
  await trx.updateTable("cohort_group").set({ dissolved_at: now }).where("id", "=", group.id).execute();
  await writeAudit(trx, { actorId, action: "dissolve-group", subject: { kind: "cohort-group", id: group.id }, details: { cohort: group.cohortId, name: group.name } });
  return ok();
}

async function held(trx: Transaction<DB>, key: GroupKey): Promise<Group | null> {
  if (!(await lockGroups(trx, key.cohortId))) return null;
  const group = await findGroup(trx, key);
  return group && group.dissolvedAt === null ? group : null;
}
