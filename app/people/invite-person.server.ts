import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Actor, Role } from "./actor";
import { writeAudit } from "./audit.server";
import { grantRole, type GrantScope } from "./change-grants.server";

export interface NewPerson {
  email: string;
  name: string;
  nameLatin: string | null;
  title: string | null;
  locale: "zh" | "en";
  teamId: string | null;
  role: Role;
  scope: GrantScope;
}

export type InvitePersonError = { code: "email-taken" } | { code: "unknown-team" };

/** Adds a person who has yet to set a password. The link that lets them do so is issued by app/auth in the same transaction. */
export async function invitePerson(trx: Transaction<DB>, actor: Actor, input: NewPerson, now: Date): Promise<Result<{ personId: string }, InvitePersonError>> {
  if (input.teamId !== null) {
    const team = await trx.selectFrom("team").select("id").where("id", "=", input.teamId).where("closed_at", "is", null).executeTakeFirst();
    if (!team) return fail({ code: "unknown-team" });
  }
  const person = await trx
    .insertInto("person")
    .values({ email: input.email.trim().toLowerCase(), name: input.name, name_latin: input.nameLatin, title: input.title, locale: input.locale, password_hash: null })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!person) return fail({ code: "email-taken" });
  if (input.teamId !== null) {
    await trx.insertInto("team_membership").values({ person_id: person.id, team_id: input.teamId, valid_from: now, valid_to: null, recorded_by: actor.id }).execute();
  }
  await writeAudit(trx, { actorId: actor.id, action: "invite-person", subject: { kind: "person", id: person.id }, details: { email: input.email } });
  await grantRole(trx, actor, { personId: person.id, role: input.role, scope: input.scope, now });
  return ok({ personId: person.id });
}
