import type { Kysely } from "kysely";
import { countTry, forgetTries, type RateRule } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { fail, type Result } from "~/platform/result";
import { type CheckedIn, checkIn, type CheckInError } from "~/steps/lecture/index.server";

/** Six digits, two of which are right: ten tries leave no chance to guess. */
const CODE_TRIES: RateRule = { name: "lecture-code", limit: 10, windowMinutes: 10, lockMinutes: 10 };

export interface CheckInTry {
  personId: string;
  sessionId: string;
  code: string;
  deviceId: string;
  now: Date;
}

/** One try to check in. Wrong codes are counted per learner and session; after too many, even the right one waits. */
export async function takeCheckIn(db: Kysely<DB>, { personId, ...input }: CheckInTry): Promise<Result<CheckedIn, CheckInError | { code: "too-many-tries" }>> {
  const subject = `${input.sessionId}/${personId}`;
  if ((await countTry(db, CODE_TRIES, subject, input.now)) !== null) return fail({ code: "too-many-tries" });
  const result = await inTransaction(db, "check in", (trx) => checkIn(trx, { id: personId }, input));
  if (result.ok || result.error.code !== "wrong-code") await forgetTries(db, CODE_TRIES, subject);
  return result;
}
