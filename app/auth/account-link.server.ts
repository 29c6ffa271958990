import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { digest, hashPassword, newSecret } from "./hash.server";
import { passwordProblem, type PasswordProblem } from "./password";

/** How long a link may be used, in hours. */
export const LINK_HOURS = { invitation: 7 * 24, reset: 2 } as const;

export type LinkPurpose = keyof typeof LINK_HOURS;

/** Makes a single-use link; earlier unused ones of the same purpose stop working. Answers the secret, which is stored nowhere. */
export async function issueLink(trx: Transaction<DB>, input: { personId: string; purpose: LinkPurpose; createdBy: string | null; now: Date }): Promise<{ secret: string; expiresAt: Date }> {
  const { personId, purpose, createdBy, now } = input;
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + LINK_HOURS[purpose] * 3_600_000);
  await trx.updateTable("account_link").set({ expires_at: now }).where("person_id", "=", personId).where("purpose", "=", purpose).where("used_at", "is", null).where("expires_at", ">", now).execute();
  await trx.insertInto("account_link").values({ token_hash: digest(secret), person_id: personId, purpose, created_by: createdBy, created_at: now, expires_at: expiresAt, used_at: null }).execute();
  return { secret, expiresAt };
}

/** Whose usable link this is, to greet them by name; undefined for used, expired and unknown ones alike. */
export function findLink(db: Kysely<DB>, secret: string, now: Date) {
  return db
    .selectFrom("account_link as l")
    .innerJoin("person as p", "p.id", "l.person_id")
    .select(["p.id as personId", "p.name", "p.email", "l.purpose"])
    .where("l.token_hash", "=", digest(secret))
    .where("l.used_at", "is", null)
    .where("l.expires_at", ">", now)
    .where("p.state", "!=", "suspended")
    .executeTakeFirst();
}

export type UseLinkError = { code: "link-not-usable" } | { code: PasswordProblem };

/** Sets the password by a link: the link is spent, an invited person becomes active, every open session ends. */
export async function useLink(trx: Transaction<DB>, input: { secret: string; password: string; now: Date }): Promise<Result<{ personId: string }, UseLinkError>> {
  const link = await findLink(trx, input.secret, input.now);
  if (!link) return fail({ code: "link-not-usable" });
  const problem = passwordProblem(input.password, link.email);
  if (problem) return fail({ code: problem });
  const spent = await trx.updateTable("account_link").set({ used_at: input.now }).where("token_hash", "=", digest(input.secret)).where("used_at", "is", null).executeTakeFirst();
  if (spent.numUpdatedRows !== 1n) return fail({ code: "link-not-usable" });
  await trx.updateTable("person").set({ password_hash: await hashPassword(input.password), state: "active" }).where("id", "=", link.personId).execute();
  await trx.deleteFrom("session").where("user_id", "=", link.personId).execute();
  await writeAudit(trx, { actorId: link.personId, action: link.purpose === "invitation" ? "accept-invitation" : "reset-password", subject: { kind: "person", id: link.personId } });
  return ok({ personId: link.personId });
}
