import type { Transaction } from "kysely";
import { encodeStateAsUpdate } from "yjs";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { contentAt, openDoc } from "./content-at.server";
import { becomeContent, stateOf } from "./live/document";
import { differences } from "./live/state";
import { loadSheet } from "./rows.server";
import { sheetRight } from "./sheet-right.server";
import { keepSnapshot } from "./snapshot.server";
import { writeSheet } from "./write-sheet.server";

/** `not-found` · `forbidden`: they may look but not write · `locked` · `unknown-version`. */
export type RestoreError = { code: "not-found" } | { code: "forbidden" } | { code: "locked" } | { code: "unknown-version" };

/**
 * Makes a sheet say again what it said at one of its versions. That is a change like any other: what stood there until now is
 * kept under its own version. Whoever has the sheet open sees it at once.
 */
export async function restoreSheet(trx: Transaction<DB>, actor: Actor, { sheetId, version, now }: { sheetId: string; version: number; now: Date }): Promise<Result<{ version: number }, RestoreError>> {
  const right = await sheetRight(trx, actor, sheetId);
  const stored = right && (await loadSheet(trx, sheetId, "locked"));
  if (!stored) return fail({ code: "not-found" });
  if (right !== "edit") return fail({ code: "forbidden" });
  if (stored.sheet.lockedAt !== null) return fail({ code: "locked" });
  const then = await contentAt(trx, sheetId, version);
  if (!then) return fail({ code: "unknown-version" });
  const { definition, sheet } = stored;
  const doc = openDoc(stored.doc);
  const before = stateOf(doc, definition);
  becomeContent(doc, definition, then.content);
  const state = stateOf(doc, definition);
  const changes = differences(before, state).map((change) => ({ ...change, authorId: actor.id, how: "restore" as const }));
  if (changes.length === 0) return ok({ version: sheet.version });
  await keepSnapshot(trx, { sheetId, version: sheet.version, content: stored.content, now });
  const written = await writeSheet(trx, stored, { doc: encodeStateAsUpdate(doc), state, changes, now });
  return ok({ version: written.version });
}
