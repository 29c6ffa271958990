import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { hashPassword, verifyPassword } from "./hash.server";
import { passwordProblem, type PasswordProblem } from "./password";
import { countTry, forgetTries, type RateRule } from "./rate-limit.server";

const CHANGE_PASSWORD: RateRule = { name: "change-password", limit: 8, windowMinutes: 15, lockMinutes: 15 };

export type ChangePasswordError = { code: "wrong-password" } | { code: "locked"; until: Date } | { code: PasswordProblem };

/** Changes the actor's password after checking the old one; every session but the present one and every unused link ends. */
export async function changePassword(
  trx: Transaction<DB>,
  actor: Actor,
  input: { current: string; next: string; keepSessionId: string; now: Date },
): Promise<Result<{ endedSessions: number }, ChangePasswordError>> {
  const until = await countTry(trx, CHANGE_PASSWORD, actor.id, input.now);
  if (until) return fail({ code: "locked", until });
  const person = await trx.selectFrom("person").select("password_hash").where("id", "=", actor.id).executeTakeFirst();
  if (!(await verifyPassword(person?.password_hash, input.current))) return fail({ code: "wrong-password" });
  const problem = passwordProblem(input.next, actor.email);
  if (problem) return fail({ code: problem });
  await trx.updateTable("person").set({ password_hash: await hashPassword(input.next) }).where("id", "=", actor.id).execute();
  const ended = await trx.deleteFrom("session").where("user_id", "=", actor.id).where("id", "!=", input.keepSessionId).executeTakeFirst();
  await trx.updateTable("account_link").set({ expires_at: input.now }).where("person_id", "=", actor.id).where("used_at", "is", null).where("expires_at", ">", input.now).execute();
  await forgetTries(trx, CHANGE_PASSWORD, actor.id);
  await writeAudit(trx, { actorId: actor.id, action: "change-password", subject: { kind: "person", id: actor.id } });
  return ok({ endedSessions: Number(ended.numDeletedRows) });
}
