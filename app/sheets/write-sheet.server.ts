/** The one writer of a sheet that is there: document, content, counts, changes with their authors, and the news of it. */
import { sql, type Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { publishLive } from "~/platform/live.server";
import { assess } from "./assess.server";
import type { SheetContent } from "./content";
import type { Evaluation } from "./evaluation";
import { type Change, rowOf, type SheetState, visible } from "./live/state";
import type { StoredSheet } from "./rows.server";

export type How = "edit" | "import" | "restore" | "copy" | "system";

/** A change and who made it; null where nobody in particular did. */
export interface AuthoredChange extends Change {
  authorId: string | null;
  how: How;
}

/** What everybody who has the sheet open hears. A hint to read again. */
export type SheetNews = { kind: "stored"; version: number } | { kind: "rights" } | { kind: "comments" };

export function sheetTopic(sheetId: string): string {
  return `sheet/${sheetId}`;
}

export async function announceSheet(trx: Transaction<DB>, sheetId: string, news: SheetNews): Promise<void> {
  await publishLive(trx, sheetTopic(sheetId), news);
}

export interface Written {
  version: number;
  content: SheetContent;
  evaluation: Evaluation;
}

/**
 * Writes what a sheet holds now. `stored` was read under lock in this transaction; without changes nothing is written but the
 * document, which may have learnt something that no cell shows.
 */
export async function writeSheet(trx: Transaction<DB>, stored: StoredSheet, next: { doc: Uint8Array; state: SheetState; changes: readonly AuthoredChange[]; now: Date }): Promise<Written> {
  const { sheet, definition } = stored;
  const content = visible(next.state);
  const { evaluation, counts } = assess(definition, content, sheet, next.now);
  if (next.changes.length === 0) {
    await trx.updateTable("sheet").set({ doc: next.doc }).where("id", "=", sheet.id).execute();
    return { version: sheet.version, content, evaluation };
  }
  const version = sheet.version + 1;
  await trx
    .updateTable("sheet")
    .set({ doc: next.doc, content: content as unknown as JsonValue, version, changed_at: next.now, ...counts })
    .where("id", "=", sheet.id)
    .execute();
  await insertChanges(trx, sheet.id, version, next.changes, next.now);
  await insertFindingChanges(trx, sheet.id, version, { before: stored.findings, after: counts.findings }, next.changes, next.now);
  await announceSheet(trx, sheet.id, { kind: "stored", version });
  return { version, content, evaluation };
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const AT_ONCE = 5_000;

/** Writes changes to the ledger. */
export async function insertChanges(trx: Transaction<DB>, sheetId: string, version: number, changes: readonly AuthoredChange[], now: Date): Promise<void> {
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    await trx
      .insertInto("sheet_change")
      .values(changes.slice(at, at + AT_ONCE).map(({ address, before, after, authorId, how }) => ({ sheet_id: sheetId, version, address, before: jsonb(before), after: jsonb(after), author_id: authorId, how, at: now })))
      .execute();
  }
}

/** By its text: of a bare true or number the driver would make a value of its own type. */
function jsonb(value: Change["after"]) {
  return value === null ? null : sql<JsonValue>`${JSON.stringify(value)}::text::jsonb`;
}

async function insertFindingChanges(trx: Transaction<DB>, sheetId: string, version: number, findings: { before: readonly string[]; after: readonly string[] }, changes: readonly AuthoredChange[], now: Date): Promise<void> {
  const before = new Set(findings.before);
  const after = new Set(findings.after);
  const turned = [...new Set([...before, ...after])].filter((finding) => before.has(finding) !== after.has(finding));
  if (turned.length === 0) return;
  await trx
    .insertInto("sheet_finding_change")
    .values(turned.map((finding) => ({ sheet_id: sheetId, version, finding, found: after.has(finding), author_id: authorOf(finding, changes), at: now })))
    .execute();
}

/** Whose changes made a check find something, or nothing more: the one who wrote; of several, the one who wrote where it points. */
function authorOf(finding: string, changes: readonly AuthoredChange[]): string | null {
  const at = finding.slice(finding.indexOf("@") + 1);
  const row = rowOf(at);
  const near = at === "" ? changes : changes.filter(({ address }) => address === at || (row !== null && address.startsWith(`${row.table}/${row.row}`)));
  for (const some of [changes, near]) {
    const [author, ...others] = new Set(some.map((change) => (change.how === "edit" || change.how === "import" ? change.authorId : null)));
    if (author !== undefined && others.length === 0) return author;
  }
  return null;
}
