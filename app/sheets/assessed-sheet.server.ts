import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { assess } from "./assess.server";
import type { Evaluation } from "./evaluation";
import { type ReadSheet, readSheet } from "./read-sheet.server";

/** A sheet as it stands (or stood at a version), with what follows from it at `now`. Whether somebody may see it is asked with `sheetRight`. */
export async function assessedSheet(db: Kysely<DB>, sheetId: string, now: Date, options: { version?: number } = {}): Promise<(ReadSheet & { evaluation: Evaluation }) | undefined> {
  const read = await readSheet(db, sheetId, options);
  return read && { ...read, evaluation: assess(read.definition, read.content, read.sheet, now).evaluation };
}
