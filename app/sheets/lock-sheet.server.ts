import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { AppError } from "~/platform/errors";
import { assess } from "./assess.server";
import { loadSheet, type StoredSheet } from "./rows.server";
import { keepSnapshot } from "./snapshot.server";
import { announceSheet, type Written } from "./write-sheet.server";

/**
 * Closes a sheet for writing and keeps what it says: that is what is handed in. What comes later from anybody's device is
 * refused, and stays on that device. A sheet that is locked already stays as it was locked.
 * @throws AppError when there is no such sheet.
 */
export async function lockSheet(trx: Transaction<DB>, { sheetId, by, now }: { sheetId: string; by: string | null; now: Date }): Promise<Written> {
  const { sheet, definition, content } = await theSheet(trx, sheetId);
  if (sheet.lockedAt === null) {
    await trx.updateTable("sheet").set({ locked_at: now, locked_by: by }).where("id", "=", sheetId).execute();
    await keepSnapshot(trx, { sheetId, version: sheet.version, content, now });
    await announceSheet(trx, sheetId, { kind: "rights" });
  }
  return { version: sheet.version, content, evaluation: assess(definition, content, sheet, now).evaluation };
}

/**
 * Opens a locked sheet for its members again.
 * @throws AppError when there is no such sheet.
 */
export async function unlockSheet(trx: Transaction<DB>, { sheetId }: { sheetId: string; now: Date }): Promise<void> {
  const { sheet } = await theSheet(trx, sheetId);
  if (sheet.lockedAt === null) return;
  await trx.updateTable("sheet").set({ locked_at: null, locked_by: null }).where("id", "=", sheetId).execute();
  await announceSheet(trx, sheetId, { kind: "rights" });
}

async function theSheet(trx: Transaction<DB>, sheetId: string): Promise<StoredSheet> {
  const stored = await loadSheet(trx, sheetId, "locked");
  if (!stored) throw new AppError("no-sheet", `sheet ${sheetId} does not exist`, 404);
  return stored;
}
