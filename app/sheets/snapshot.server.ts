import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { SheetContent } from "./content";

/** Keeps a content that somebody relies on, as it stood at a version. */
export async function keepSnapshot(trx: Transaction<DB>, { sheetId, version, content, now }: { sheetId: string; version: number; content: SheetContent; now: Date }): Promise<void> {
  await trx
    .insertInto("sheet_snapshot")
    .values({ sheet_id: sheetId, version, content: content as unknown as JsonValue, at: now })
    .onConflict((conflict) => conflict.columns(["sheet_id", "version"]).doNothing())
    .execute();
}
