import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Via } from "./deal";
import { stageHistories } from "./rows.server";
import { isOpen, type Move, type OutcomeReason, type Stage } from "./stage";

interface StageChange {
  dealId: string;
  stage: Stage;
  on: string;
  corrects?: string;
  withdrawn?: boolean;
  outcome?: OutcomeReason | null;
  reason?: string | null;
  byId: string | null;
  via: Via;
  now: Date;
}

/** The history of a deal under a lock on its row, so that two moves at once follow one another. */
export async function lockedHistory(trx: Transaction<DB>, dealId: string): Promise<Move[]> {
  await trx.selectFrom("deal").select("id").where("id", "=", dealId).forUpdate().executeTakeFirst();
  return ((await stageHistories(trx, [dealId])).get(dealId) ?? []).map(({ changeId, stage, enteredOn }) => ({ changeId, stage, on: enteredOn }));
}

/** Appends a change and writes what the history comes to into the deal: the one writer of `stage`, `stage_since` and `closed_on`. */
export async function writeStage(trx: Transaction<DB>, change: StageChange): Promise<void> {
  await trx
    .insertInto("deal_stage_change")
    .values({
      deal_id: change.dealId,
      stage: change.stage,
      entered_on: change.on,
      corrects: change.corrects ?? null,
      withdrawn: change.withdrawn ?? false,
      outcome: change.outcome ?? null,
      reason: change.reason ?? null,
      by_id: change.byId,
      via: change.via,
      at: change.now,
    })
    .execute();
  const history = (await stageHistories(trx, [change.dealId])).get(change.dealId) ?? [];
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) throw new Error("a deal without a stage");
  await trx
    .updateTable("deal")
    .set((eb) => ({ stage: last.stage, stage_since: last.enteredOn, opened_on: first.enteredOn, closed_on: isOpen(last.stage) ? null : last.enteredOn, changed_at: change.now, version: eb("version", "+", 1) }))
    .where("id", "=", change.dealId)
    .execute();
}
