import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { insertGroup } from "./create-group.server";
import type { GroupPurpose } from "./group";
import { addMembers, lockGroups, membersOf, standingGroups } from "./rows.server";

export type CopyGroupsError = { code: "not-found" } | { code: "nothing-to-copy" } | { code: "already-there" };

/** Begins the groups of one purpose as those of another stand now; from then on each goes its own way. */
export async function copyGroups(trx: Transaction<DB>, actorId: string, { cohortId, from, to, now }: { cohortId: string; from: GroupPurpose; to: GroupPurpose; now: Date }): Promise<Result<{ groups: number }, CopyGroupsError>> {
  if (!(await lockGroups(trx, cohortId))) return fail({ code: "not-found" });
  if ((await standingGroups(trx, { cohortId, purpose: to })).length > 0) return fail({ code: "already-there" });
  const groups = await standingGroups(trx, { cohortId, purpose: from });
  if (groups.length === 0) return fail({ code: "nothing-to-copy" });
  const members = await membersOf(trx, groups.map((group) => group.id));
  for (const { id, name } of groups) {
    const groupId = await insertGroup(trx, actorId, { cohortId, purpose: to, name, now });
    if (groupId === null) return fail({ code: "already-there" });
    await addMembers(trx, actorId, { id: groupId, cohortId, purpose: to }, (members.get(id) ?? []).map((member) => member.enrolmentId), now);
  }
  await writeAudit(trx, { actorId, action: "copy-groups", subject: { kind: "cohort", id: cohortId }, details: { from, to, groups: groups.length } });
  return ok({ groups: groups.length });
}
