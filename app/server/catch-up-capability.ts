import type { Transaction } from "kysely";
import { ageEstimates, learnPriors } from "~/capability/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Services } from "~/platform/context";
import { sayHomework, unsaidHomework } from "~/steps/homework/index.server";
import { saySheets, unsaidSheets } from "~/steps/group-work/index.server";
import { learnDifficulties, sayAttempts, unsaidAttempts } from "~/steps/quiz/index.server";
import { sayRounds, unsaidRounds } from "~/steps/role-play/index.server";

/** Records said per transaction: a class's worth. */
const AT_ONCE = 50;

type Say = (trx: Transaction<DB>, ids: readonly string[], now: Date) => Promise<void>;

/**
 * Evidence from before the ledger was kept, or that an act failed to report, is written down: whatever has no entry yet. Saying
 * it twice writes nothing, so that it may run at any time and beside the acts themselves. Answers how many records were said.
 */
export async function catchUpCapability({ db }: Pick<Services, "db">, now: Date): Promise<number> {
  const kinds: [(limit: number) => Promise<string[]>, Say][] = [
    [(limit) => unsaidAttempts(db, limit), sayAttempts],
    [(limit) => unsaidSheets(db, limit), saySheets],
    [(limit) => unsaidRounds(db, limit), sayRounds],
    [(limit) => unsaidHomework(db, limit), sayHomework],
  ];
  let said = 0;
  for (const [unsaid, say] of kinds) {
    for (let before: string[] = []; ; ) {
      const ids = await unsaid(AT_ONCE);
      // What cannot be said (nothing in it names a competency that exists) is not asked for again and again.
      if (ids.length === 0 || ids.every((id) => before.includes(id))) break;
      await inTransaction(db, "catch up with capability", (trx) => say(trx, ids, now));
      said += ids.length;
      before = ids;
    }
  }
  return said;
}

/** Once a night: how hard questions are, what is expected of whom, and everybody's evidence a day older. */
export async function ageCapability({ db }: Pick<Services, "db">, now: Date): Promise<void> {
  await inTransaction(db, "learn difficulties", (trx) => learnDifficulties(trx, now));
  await inTransaction(db, "learn priors", (trx) => learnPriors(trx, now));
  while ((await inTransaction(db, "age estimates", (trx) => ageEstimates(trx, { before: now, now }))) > 0);
}
