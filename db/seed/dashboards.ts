import type { Kysely } from "kysely";
import { COMPANY_TIME_ZONE, rebuildSnapshot, takeSnapshot } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { dayOf } from "./story";

/** Days before today whose figures the demo can show: every four weeks back to the first cohort's beginning. */
const DAYS_BACK = [140, 112, 84, 56, 28];

/** Counts what the story came to, works out past days from the ledgers as they stood then, and keeps today's figures. */
export async function keepFigures(db: Kysely<DB>, today: Date): Promise<void> {
  for (const back of DAYS_BACK) {
    const day = isoDay(dayOf(today, -back, 4), COMPANY_TIME_ZONE);
    const rebuilt = await inTransaction(db, "rebuild a snapshot", (trx) => rebuildSnapshot(trx, { day, now: today }));
    if (!rebuilt.ok) throw new Error(`the figures of ${day} could not be worked out: ${rebuilt.error.code}`);
  }
  await takeSnapshot(db, today);
}
