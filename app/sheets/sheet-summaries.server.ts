import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** What a list says of a sheet. */
export interface SheetSummary {
  id: string;
  key: string;
  title: string;
  version: number;
  /** Required things that are there, and all of them. */
  done: number;
  of: number;
  complete: boolean;
  /** Method checks that found something. */
  problems: number;
  warnings: number;
  changedAt: Date;
  lockedAt: Date | null;
}

/** Summaries by sheet; as things stood at each sheet's last change. Sheets that do not exist are left out. */
export async function sheetSummaries(db: Kysely<DB>, sheetIds: readonly string[]): Promise<Map<string, SheetSummary>> {
  if (sheetIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("sheet")
    .select(["id", "definition_key as key", "title", "version", "done_count as done", "of_count as of", "complete", "problem_count as problems", "warning_count as warnings", "changed_at as changedAt", "locked_at as lockedAt"])
    .where("id", "in", [...new Set(sheetIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
