import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { GRACE_SECONDS } from "./attempt";
import { handIn } from "./hand-in.server";
import { ATTEMPT_COLUMNS } from "./rows.server";

/**
 * Hands in papers whose time is over, with the answers saved so far: the sweeper, run every few seconds.
 * At most `limit` in one transaction; papers that another process is handing in are passed over. Answers how many.
 */
export async function expireAttempts(trx: Transaction<DB>, input: { now: Date; limit?: number }): Promise<number> {
  const overdue = await trx
    .selectFrom("quiz_attempt")
    .select(ATTEMPT_COLUMNS)
    .where("state", "=", "open")
    .where("deadline_at", "<", new Date(input.now.getTime() - GRACE_SECONDS * 1000))
    .orderBy("deadline_at")
    .limit(input.limit ?? 50)
    .forUpdate()
    .skipLocked()
    .execute();
  let count = 0;
  for (const row of overdue) {
    if ((await handIn(trx, row, "expire", null, input.now)) !== null) count += 1;
  }
  return count;
}
