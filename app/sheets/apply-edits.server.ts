import type { Transaction } from "kysely";
import { encodeStateAsUpdate } from "yjs";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { contentAt, openDoc } from "./content-at.server";
import { type CellAddress, type CellValue, parseAddress, type SheetContent } from "./content";
import { cleanValue, isSharedText, sameValue } from "./live/cell-value";
import { applyToDoc, type SheetEdit, stateOf } from "./live/document";
import { mergeText } from "./live/merge-text";
import { cellAt, differences } from "./live/state";
import { loadSheet, type StoredSheet } from "./rows.server";
import { sheetRight } from "./sheet-right.server";
import { type How, writeSheet } from "./write-sheet.server";

export interface EditsInput {
  sheetId: string;
  /** The version the person was looking at; what others changed since then is not overwritten. Left out: the present one. */
  baseVersion?: number;
  entries: readonly SheetEdit[];
  now: Date;
  how?: How;
}

/** A cell that somebody else changed meanwhile, where the two values cannot stand together: theirs was kept. */
export interface EditConflict {
  address: CellAddress;
  mine: CellValue | null;
  theirs: CellValue | null;
}

/** `not-found`: no such sheet, or none of theirs · `forbidden`: they may look but not write · `locked`: handed in · `unknown-version`: no such base. */
export type EditError = { code: "not-found" } | { code: "forbidden" } | { code: "locked" } | { code: "unknown-version" };

/** Writes in a sheet without a live connection: a form, an import, a seed. Whoever has it open sees it at once. */
export async function applyEdits(trx: Transaction<DB>, actor: Actor, input: EditsInput): Promise<Result<{ version: number; conflicts: EditConflict[] }, EditError>> {
  const right = await sheetRight(trx, actor, input.sheetId);
  const stored = right && (await loadSheet(trx, input.sheetId, "locked"));
  if (!stored) return fail({ code: "not-found" });
  if (right !== "edit") return fail({ code: "forbidden" });
  if (stored.sheet.lockedAt !== null) return fail({ code: "locked" });
  const base = input.baseVersion === undefined ? stored : await contentAt(trx, input.sheetId, input.baseVersion);
  if (!base) return fail({ code: "unknown-version" });
  const { edits, conflicts } = judge(input.entries, base.content, stored);
  const { version } = await writeEdits(trx, stored, { edits, authorId: actor.id, how: input.how ?? "edit", now: input.now });
  return ok({ version, conflicts });
}

/** Applies edits to a sheet that was read under lock, and writes what came of them. */
export async function writeEdits(trx: Transaction<DB>, stored: StoredSheet, { edits, authorId, how, now }: { edits: readonly SheetEdit[]; authorId: string | null; how: How; now: Date }) {
  const { definition } = stored;
  const doc = openDoc(stored.doc);
  const before = stateOf(doc, definition);
  applyToDoc(doc, definition, edits);
  const state = stateOf(doc, definition);
  const changes = differences(before, state).map((change) => ({ ...change, authorId, how }));
  if (changes.length === 0) return { version: stored.sheet.version };
  return writeSheet(trx, stored, { doc: encodeStateAsUpdate(doc), state, changes, now });
}

/** Which of the entries are changes of this person, and what they come to beside the changes of others. */
function judge(entries: readonly SheetEdit[], base: SheetContent, { definition, content }: StoredSheet): { edits: SheetEdit[]; conflicts: EditConflict[] } {
  const edits: SheetEdit[] = [];
  const conflicts: EditConflict[] = [];
  for (const entry of entries) {
    const cell = entry.do === "set" ? cellAt(definition, entry.address) : undefined;
    if (entry.do !== "set" || !cell) {
      if (entry.do !== "set") edits.push(entry);
      continue;
    }
    const { address } = entry;
    const mine = cleanValue(cell, entry.value) ?? null;
    const [then, now] = [valueAt(base, address) ?? null, valueAt(content, address) ?? null];
    if (sameValue(mine, then) || sameValue(mine, now)) continue;
    if (sameValue(then, now)) edits.push(entry);
    else if (isSharedText(cell)) edits.push({ do: "set", address, value: mergeText(textOr(then), textOr(now), textOr(mine)) });
    else conflicts.push({ address, mine, theirs: now });
  }
  return { edits, conflicts };
}

const textOr = (value: CellValue | null): string => (typeof value === "string" ? value : "");

/** The value at an address, undefined where it is empty. */
export function valueAt(content: SheetContent, address: CellAddress): CellValue | undefined {
  const parts = parseAddress(address);
  if (!parts) return undefined;
  if ("field" in parts) return content.fields[parts.field];
  return content.tables[parts.table]?.find((row) => row.id === parts.row)?.cells[parts.column];
}
