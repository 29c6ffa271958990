/** What became of a slot on its day. The defense room says that it was held; a no-show is recorded by the chair or an instructor. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { lockDay, slotOf, touchDay } from "./rows.server";

export type HoldError = { code: "unknown-slot" } | { code: "wrong-state" } | { code: "not-yet" };

/** The defense was held: its panel and time are history from here on. Said again it changes nothing. */
export function holdSlot(trx: Transaction<DB>, input: { slotId: string; now: Date }): Promise<Result<undefined, HoldError>> {
  return settle(trx, input.slotId, "held", input.now);
}

/** The candidate did not come. Not before the slot has begun. */
export function recordNoShow(trx: Transaction<DB>, input: { slotId: string; now: Date }): Promise<Result<undefined, HoldError>> {
  return settle(trx, input.slotId, "no-show", input.now);
}

async function settle(trx: Transaction<DB>, slotId: string, state: "held" | "no-show", now: Date): Promise<Result<undefined, HoldError>> {
  const found = await trx.selectFrom("defense_slot as s").innerJoin("defense_day as d", "d.id", "s.day_id").select(["d.id as dayId", "d.cohort_id as cohortId"]).where("s.id", "=", slotId).executeTakeFirst();
  const day = found && (await lockDay(trx, found));
  const slot = day && (await slotOf(trx, slotId));
  if (!slot) return fail({ code: "unknown-slot" });
  if (slot.state === state) return ok();
  if (day.state !== "published" || slot.state !== "planned") return fail({ code: "wrong-state" });
  if (state === "no-show" && now < slot.startsAt) return fail({ code: "not-yet" });
  await trx.updateTable("defense_slot").set({ state, version: sql`version + 1` }).where("id", "=", slotId).execute();
  await touchDay(trx, day.id);
  return ok();
}
