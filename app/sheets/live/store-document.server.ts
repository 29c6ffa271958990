import type { Transaction } from "kysely";
import { encodeSnapshot, encodeStateAsUpdate, snapshot, applyUpdate } from "yjs";
import type { DB } from "~/db/schema";
import { openDoc } from "../content-at.server";
import { loadSheet } from "../rows.server";
import { writeSheet } from "../write-sheet.server";
import { attribute, type Hands } from "./authorship";
import { stateOf } from "./document";
import { differences } from "./state";

/** What is in the database of a document. */
export interface StoredDocument {
  version: number;
  /** As one Yjs update. */
  doc: Uint8Array;
  /** An encoded Yjs snapshot: what the document contains, without its content. */
  snapshot: Uint8Array;
}

/** `locked`: it was handed in, and nothing of this was written · `gone`: there is no such sheet. */
export type StoreOutcome = { code: "stored"; stored: StoredDocument } | { code: "locked" } | { code: "gone" };

/**
 * Merges a document of this process into the stored one and writes both forms of it, in one transaction. `take` is asked once the
 * sheet is locked for writing: it answers what the document holds at that moment and who wrote what of it.
 */
export async function storeDocument(trx: Transaction<DB>, sheetId: string, take: () => { update: Uint8Array; hands: Hands }, now: Date): Promise<StoreOutcome> {
  const stored = await loadSheet(trx, sheetId, "locked");
  if (!stored) return { code: "gone" };
  if (stored.sheet.lockedAt !== null) return { code: "locked" };
  const { update, hands } = take();
  const doc = openDoc(stored.doc);
  const before = stateOf(doc, stored.definition);
  applyUpdate(doc, update);
  const state = stateOf(doc, stored.definition);
  const changes = attribute(differences(before, state), hands).map((change) => ({ ...change, how: "edit" as const }));
  const bytes = encodeStateAsUpdate(doc);
  const { version } = await writeSheet(trx, stored, { doc: bytes, state, changes, now });
  return { code: "stored", stored: { version, doc: bytes, snapshot: encodeSnapshot(snapshot(doc)) } };
}
