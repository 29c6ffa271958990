import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { contentAt } from "./content-at.server";
import type { SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { loadSheet, type Sheet } from "./rows.server";

export interface ReadSheet {
  sheet: Sheet;
  definition: SheetDefinition;
  content: SheetContent;
}

/** A sheet as it stands, or as it stood at one of its versions. Whether somebody may see it is asked with `sheetRight`. */
export async function readSheet(db: Kysely<DB>, sheetId: string, { version }: { version?: number } = {}): Promise<ReadSheet | undefined> {
  const stored = await loadSheet(db, sheetId);
  if (!stored) return undefined;
  const { sheet, definition, content } = stored;
  if (version === undefined || version === sheet.version) return { sheet, definition, content };
  const then = await contentAt(db, sheetId, version);
  return then && { sheet, definition, content: then.content };
}
