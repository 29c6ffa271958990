import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { assessedSheet } from "~/sheets/index.server";
import { broadcastsOf } from "./broadcast.server";
import { findGroupSheet } from "./rows.server";

/** A group's sheet for everybody in the room, as it stands now, with the timer that runs; undefined where the cohort has none such. */
export async function projectedSheet(db: Kysely<DB>, key: { cohortId: string; groupSheetId: string }, now: Date) {
  const sheet = await findGroupSheet(db, key);
  const exhibit = sheet && (await assessedSheet(db, sheet.sheetId, now));
  if (!sheet || !exhibit) return undefined;
  const { timer } = await broadcastsOf(db, sheet, now);
  return { sheet, exhibit, timer };
}
