import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { verifyPassword } from "./hash.server";
import { countTry, forgetTries, SIGN_IN_PER_ACCOUNT, SIGN_IN_PER_ADDRESS, takeBackTry } from "./rate-limit.server";

export type SignInError = { code: "wrong-credentials" } | { code: "locked"; until: Date };

/**
 * Checks e-mail and password. An unknown address, a wrong password, a suspended or not yet accepted account answer alike,
 * after the same work; failed tries are limited per account (existing or not) and per network address.
 */
export async function signIn(db: Kysely<DB>, input: { email: string; password: string; ip: string; now: Date }): Promise<Result<{ personId: string }, SignInError>> {
  const { password, ip, now } = input;
  const email = input.email.trim().toLowerCase();
  const lockedAccount = await countTry(db, SIGN_IN_PER_ACCOUNT, email, now);
  const lockedAddress = await countTry(db, SIGN_IN_PER_ADDRESS, ip, now);
  const until = lockedAccount ?? lockedAddress;
  if (until) return fail({ code: "locked", until });

  const person = await db.selectFrom("person").select(["id", "password_hash", "state"]).where("email", "=", email).executeTakeFirst();
  const right = await verifyPassword(person?.password_hash, password);
  if (!person || !right || person.state !== "active") return fail({ code: "wrong-credentials" });

  await forgetTries(db, SIGN_IN_PER_ACCOUNT, email);
  await takeBackTry(db, SIGN_IN_PER_ADDRESS, ip);
  await writeAudit(db, { actorId: person.id, action: "sign-in", subject: { kind: "person", id: person.id } });
  return ok({ personId: person.id });
}
