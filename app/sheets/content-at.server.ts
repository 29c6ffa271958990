import type { Kysely } from "kysely";
import { applyUpdate, Doc } from "yjs";
import type { DB } from "~/db/schema";
import type { CellValue, SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { stateOf } from "./live/document";
import { goBack, type RowPlace, visible } from "./live/state";
import { loadSheet } from "./rows.server";

/** The Yjs document in stored bytes. */
export function openDoc(bytes: Uint8Array): Doc {
  const doc = new Doc();
  applyUpdate(doc, bytes);
  return doc;
}

/** What a sheet said at one of its versions: a kept snapshot, or the present state with every later change undone. */
export async function contentAt(db: Kysely<DB>, sheetId: string, version: number): Promise<{ definition: SheetDefinition; content: SheetContent } | undefined> {
  const stored = await loadSheet(db, sheetId);
  if (!stored || version < 1 || version > stored.sheet.version) return undefined;
  const { definition } = stored;
  if (version === stored.sheet.version) return { definition, content: stored.content };
  const snapshot = await db.selectFrom("sheet_snapshot").select("content").where("sheet_id", "=", sheetId).where("version", "=", version).executeTakeFirst();
  if (snapshot) return { definition, content: snapshot.content as unknown as SheetContent };
  // Changes after the version that was read just now belong to somebody who writes at this moment.
  const later = await db
    .selectFrom("sheet_change")
    .select(["address", "before"])
    .where("sheet_id", "=", sheetId)
    .where("version", ">", version)
    .where("version", "<=", stored.sheet.version)
    .orderBy("id", "desc")
    .execute();
  const state = goBack(
    stateOf(openDoc(stored.doc), definition),
    later.map(({ address, before }) => ({ address, before: before as unknown as CellValue | RowPlace | null })),
  );
  return { definition, content: visible(state) };
}
