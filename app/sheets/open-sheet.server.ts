import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import type { ReadSheet } from "./read-sheet.server";
import { loadSheet } from "./rows.server";
import type { SheetRight } from "./sheet-right";
import { sheetRight } from "./sheet-right.server";

export interface OpenedSheet extends ReadSheet {
  right: SheetRight;
  /** The stored document in base64, with which a live store begins. */
  doc: string;
}

/** A sheet as `actor` may open it; undefined when it is none of theirs, or there is none. */
export async function openSheet(db: Kysely<DB>, actor: Actor, sheetId: string): Promise<OpenedSheet | undefined> {
  const right = await sheetRight(db, actor, sheetId);
  const stored = right && (await loadSheet(db, sheetId));
  if (!stored) return undefined;
  const { sheet, definition, content, doc } = stored;
  return { sheet, definition, content, right, doc: Buffer.from(doc).toString("base64") };
}
