import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { digest } from "./hash.server";

/** At most `limit` tries per window; whoever exceeds it is locked out for `lockMinutes`. */
export interface RateRule {
  name: string;
  limit: number;
  windowMinutes: number;
  lockMinutes: number;
}

/** Sign-in: per account, whether it exists or not, and per address. */
export const SIGN_IN_PER_ACCOUNT: RateRule = { name: "sign-in-account", limit: 8, windowMinutes: 15, lockMinutes: 15 };
export const SIGN_IN_PER_ADDRESS: RateRule = { name: "sign-in-address", limit: 60, windowMinutes: 15, lockMinutes: 15 };
export const RESET_PER_ACCOUNT: RateRule = { name: "reset-account", limit: 3, windowMinutes: 60, lockMinutes: 60 };
export const RESET_PER_ADDRESS: RateRule = { name: "reset-address", limit: 20, windowMinutes: 60, lockMinutes: 60 };

/**
 * Counts one try and answers until when the key is locked, or null. One statement, so that tries at the same moment all
 * count; kept in the database, so that a restart forgives nothing. The key is hashed: the table reveals no accounts.
 */
export async function countTry(db: Kysely<DB>, rule: RateRule, subject: string, now: Date): Promise<Date | null> {
  const key = digest(`${rule.name}:${subject}`);
  const windowStart = new Date(now.getTime() - rule.windowMinutes * 60_000);
  const lock = new Date(now.getTime() + rule.lockMinutes * 60_000);
  const { rows } = await sql<{ locked_until: Date | null }>`
    insert into rate_limit as r (key, window_started_at, count) values (${key}, ${now}, 1)
    on conflict (key) do update set
      window_started_at = case when r.window_started_at < ${windowStart} then excluded.window_started_at else r.window_started_at end,
      count = case when r.window_started_at < ${windowStart} then 1 else r.count + 1 end,
      locked_until = case
        when r.locked_until > ${now} then r.locked_until
        when r.window_started_at >= ${windowStart} and r.count + 1 > ${rule.limit} then ${lock}
        else null end
    returning locked_until`.execute(db);
  return rows[0]?.locked_until ?? null;
}

/** Forgets the tries of a subject, after it proved who it is. */
export async function forgetTries(db: Kysely<DB>, rule: RateRule, subject: string): Promise<void> {
  await db.deleteFrom("rate_limit").where("key", "=", digest(`${rule.name}:${subject}`)).execute();
}

/** Takes one try back that did no harm: many who share an address must not lock one another out by signing in. */
export async function takeBackTry(db: Kysely<DB>, rule: RateRule, subject: string): Promise<void> {
  await db
    .updateTable("rate_limit")
    .set((eb) => ({ count: eb("count", "-", 1) }))
    .where("key", "=", digest(`${rule.name}:${subject}`))
    .where("count", ">", 0)
    .execute();
}
