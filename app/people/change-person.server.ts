import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Actor } from "./actor";
import { lockAdministrators } from "./administrators.server";
import { writeAudit } from "./audit.server";

/** Moves a person to a team from `now` on, or out of all teams; where they were before stays on record. */
export async function moveToTeam(trx: Transaction<DB>, actor: Actor, input: { personId: string; teamId: string | null; now: Date }): Promise<Result<undefined, { code: "unknown-team" }>> {
  const { personId, teamId, now } = input;
  if (teamId !== null && !(await trx.selectFrom("team").select("id").where("id", "=", teamId).where("closed_at", "is", null).executeTakeFirst())) return fail({ code: "unknown-team" });
  const current = await trx.selectFrom("team_membership").select(["id", "team_id", "valid_from"]).where("person_id", "=", personId).where("valid_to", "is", null).forUpdate().executeTakeFirst();
  if ((current?.team_id ?? null) === teamId) return ok();
  if (current) {
    // A membership that began this very moment was a slip, not a stay.
    await (current.valid_from < now
      ? trx.updateTable("team_membership").set({ valid_to: now }).where("id", "=", current.id).execute()
      : trx.deleteFrom("team_membership").where("id", "=", current.id).execute());
  }
  if (teamId !== null) await trx.insertInto("team_membership").values({ person_id: personId, team_id: teamId, valid_from: now, valid_to: null, recorded_by: actor.id }).execute();
  await writeAudit(trx, { actorId: actor.id, action: "move-to-team", subject: { kind: "person", id: personId }, details: { from: current?.team_id ?? null, to: teamId } });
  return ok();
}

export type SuspendError = { code: "not-yourself" } | { code: "unknown-person" } | { code: "last-administrator" };

/** Shuts a person out at once: their sessions and unused links end. What they did stays. */
export async function suspendPerson(trx: Transaction<DB>, actor: Actor, input: { personId: string; now: Date }): Promise<Result<undefined, SuspendError>> {
  if (input.personId === actor.id) return fail({ code: "not-yourself" });
  const administrators = await lockAdministrators(trx);
  if (administrators.length === 1 && administrators[0]?.personId === input.personId) return fail({ code: "last-administrator" });
  const suspended = await trx.updateTable("person").set({ state: "suspended" }).where("id", "=", input.personId).where("state", "!=", "suspended").executeTakeFirst();
  if (suspended.numUpdatedRows === 0n) return fail({ code: "unknown-person" });
  await trx.deleteFrom("session").where("user_id", "=", input.personId).execute();
  await trx.updateTable("account_link").set({ expires_at: input.now }).where("person_id", "=", input.personId).where("used_at", "is", null).execute();
  await writeAudit(trx, { actorId: actor.id, action: "suspend-person", subject: { kind: "person", id: input.personId } });
  return ok();
}

/** Lets a suspended person in again: active if they had set a password, otherwise invited. */
export async function reinstatePerson(trx: Transaction<DB>, actor: Actor, personId: string): Promise<Result<undefined, { code: "unknown-person" }>> {
  const state = sql<"active" | "invited">`case when password_hash is null then 'invited' else 'active' end`;
  const reinstated = await trx.updateTable("person").set({ state }).where("id", "=", personId).where("state", "=", "suspended").executeTakeFirst();
  if (reinstated.numUpdatedRows === 0n) return fail({ code: "unknown-person" });
  await writeAudit(trx, { actorId: actor.id, action: "reinstate-person", subject: { kind: "person", id: personId } });
  return ok();
}
