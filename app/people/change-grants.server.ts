import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Actor, Role } from "./actor";
import { lockAdministrators } from "./administrators.server";
import { writeAudit } from "./audit.server";

/** Where a role holds: everywhere, in a team and those below it, or in one cohort. */
export type GrantScope = { kind: "company" } | { kind: "team"; teamId: string } | { kind: "cohort"; cohortId: string };

/** Gives a role; giving it twice changes nothing. */
export async function grantRole(trx: Transaction<DB>, actor: Pick<Actor, "id">, input: { personId: string; role: Role; scope: GrantScope; now: Date }): Promise<void> {
  const { personId, role, scope, now } = input;
  const teamId = scope.kind === "team" ? scope.teamId : null;
  const cohortId = scope.kind === "cohort" ? scope.cohortId : null;
  const granted = await trx
    .insertInto("role_grant")
    .values({ person_id: personId, role, scope_kind: scope.kind, team_id: teamId, cohort_id: cohortId, granted_by: actor.id, granted_at: now, revoked_at: null, revoked_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (granted) await writeAudit(trx, { actorId: actor.id, action: "grant-role", subject: { kind: "person", id: personId }, details: { role, scope: scope.kind, teamId, cohortId } });
}

export type RevokeRoleError = { code: "unknown-grant" } | { code: "last-administrator" };

/** Takes a role away. The last administrator of the company stays one: nobody could undo it. */
export async function revokeRole(trx: Transaction<DB>, actor: Actor, input: { grantId: string; personId: string; now: Date }): Promise<Result<undefined, RevokeRoleError>> {
  const administrators = await lockAdministrators(trx);
  if (administrators.length === 1 && administrators[0]?.grantId === input.grantId) return fail({ code: "last-administrator" });
  const revoked = await trx
    .updateTable("role_grant")
    .set({ revoked_at: input.now, revoked_by: actor.id })
    .where("id", "=", input.grantId)
    .where("person_id", "=", input.personId)
    .where("revoked_at", "is", null)
    .returning(["role", "scope_kind"])
    .executeTakeFirst();
  if (!revoked) return fail({ code: "unknown-grant" });
  await writeAudit(trx, { actorId: actor.id, action: "revoke-role", subject: { kind: "person", id: input.personId }, details: { role: revoked.role, scope: revoked.scope_kind } });
  return ok();
}
