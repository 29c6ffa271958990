/** The ledger of changes as people read it: what one person did in one go, each cell once. Pure. */
import type { CellAddress, CellValue } from "../content";
import type { HistoryEntry } from "../sheet-history.server";

export type ShownChange =
  | { kind: "cell"; address: CellAddress; before: CellValue | null; after: CellValue | null }
  | { kind: "row"; address: CellAddress; what: "added" | "removed" | "moved" };

export interface Doing {
  /** Of its last change: what the sheet said then can be restored. */
  version: number;
  at: Date;
  author: HistoryEntry["author"];
  how: HistoryEntry["how"];
  changes: ShownChange[];
  /** Changes of cells and rows that came after it. */
  since: number;
}

/** A longer pause begins another doing. */
const PAUSE_MS = 5 * 60_000;

/** From the ledger, newest first, to doings, newest first. A cell that was changed and changed back is left out. */
export function groupHistory(entries: readonly HistoryEntry[]): Doing[] {
  const doings: (Doing & { oldest: Date; cells: Map<CellAddress, { before: HistoryEntry["before"]; after: HistoryEntry["after"] }> })[] = [];
  entries.forEach((entry, since) => {
    let doing = doings.at(-1);
    const goesOn = doing && doing.author?.id === entry.author?.id && doing.how === entry.how && doing.oldest.getTime() - entry.at.getTime() <= PAUSE_MS && entry.how === "edit";
    if (!doing || !(goesOn || doing.version === entry.version)) {
      doing = { version: entry.version, at: entry.at, author: entry.author, how: entry.how, changes: [], since, oldest: entry.at, cells: new Map() };
      doings.push(doing);
    }
    doing.oldest = entry.at;
    const known = doing.cells.get(entry.address);
    doing.cells.set(entry.address, { before: entry.before, after: known ? known.after : entry.after });
  });
  return doings
    .map(({ oldest: _, cells, ...doing }) => ({ ...doing, changes: [...cells].reverse().flatMap(([address, change]) => shownChange(address, change, cells)) }))
    .filter(({ changes }) => changes.length > 0);
}

function shownChange(address: CellAddress, { before, after }: { before: HistoryEntry["before"]; after: HistoryEntry["after"] }, all: ReadonlyMap<CellAddress, unknown>): ShownChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const parts = address.split("/");
  if (parts.length === 2) return [{ kind: "row", address, what: before === null ? "added" : after === null ? "removed" : "moved" }];
  // A row that was removed takes its cells along; they need no line of their own.
  const row = parts.length === 3 ? (all.get(`${parts[0]}/${parts[1]}`) as { after: unknown } | undefined) : undefined;
  if (row?.after === null && after === null) return [];
  return [{ kind: "cell", address, before: before as CellValue | null, after: after as CellValue | null }];
}
