import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { assessedSheet } from "~/sheets/index.server";
import { type NextCell, nextCells } from "./next-cell";

/** A sheet with the next things to fill in it, the most useful first. */
export interface SheetToFill {
  sheetId: string;
  title: Bilingual;
  next: NextCell[];
  /** How many things there are in all. */
  left: number;
  done: number;
  of: number;
}

/** What to fill next in each of these sheets, as they stand now; rights are the caller's matter. */
export async function toFill(db: Kysely<DB>, sheetIds: readonly string[], { now, most }: { now: Date; most: number }): Promise<Map<string, SheetToFill>> {
  const found = new Map<string, SheetToFill>();
  const sheets = await Promise.all([...new Set(sheetIds)].map((id) => assessedSheet(db, id, now)));
  for (const read of sheets) {
    if (!read) continue;
    const { sheet, definition, content, evaluation } = read;
    const all = nextCells(definition, content, evaluation);
    found.set(sheet.id, { sheetId: sheet.id, title: definition.title, next: all.slice(0, most), left: all.length, done: evaluation.completeness.done, of: evaluation.completeness.of });
  }
  return found;
}
