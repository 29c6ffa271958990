import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { NumberedDay } from "./problem-of";
import type { Proposal } from "./schedule/schedule";

/** Keeps why candidates of a day have no slot; nothing for those who have one. */
export async function noteUnplaced(trx: Transaction<DB>, dayId: string, { enrolmentIds }: NumberedDay, unplaced: Proposal["unplaced"]): Promise<void> {
  await trx.updateTable("defense_candidate").set({ unplaced: null }).where("day_id", "=", dayId).where("unplaced", "is not", null).execute();
  for (const { candidate, reason } of unplaced) {
    await trx.updateTable("defense_candidate").set({ unplaced: reason }).where("day_id", "=", dayId).where("enrolment_id", "=", enrolmentIds[candidate]!).execute();
  }
}
