import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { issueLink } from "./account-link.server";
import { countTry, RESET_PER_ACCOUNT, RESET_PER_ADDRESS } from "./rate-limit.server";

/** Whom to send a reset link, or null where nothing is to be sent; the person who asked must not learn which. */
export async function requestReset(
  trx: Transaction<DB>,
  input: { email: string; ip: string; now: Date },
): Promise<{ secret: string; email: string; name: string; locale: "zh" | "en" } | null> {
  const email = input.email.trim().toLowerCase();
  const locked = [await countTry(trx, RESET_PER_ACCOUNT, email, input.now), await countTry(trx, RESET_PER_ADDRESS, input.ip, input.now)];
  if (locked.some((until) => until !== null)) return null;
  const person = await trx.selectFrom("person").select(["id", "name", "locale", "email"]).where("email", "=", email).where("state", "=", "active").executeTakeFirst();
  if (!person) return null;
  const { secret } = await issueLink(trx, { personId: person.id, purpose: "reset", createdBy: null, now: input.now });
  await writeAudit(trx, { actorId: null, action: "request-reset", subject: { kind: "person", id: person.id } });
  return { secret, email: person.email, name: person.name, locale: person.locale };
}
