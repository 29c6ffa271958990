/** Who wrote what in a document, between two times that it is stored. */
import type * as Y from "yjs";
import type { CellAddress, CellValue } from "../content";
import type { SheetDefinition } from "../definition";
import { sameValue } from "./cell-value";
import { readCell, readRow } from "./document";
import { cellAt, type Change, rowAddress, type RowPlace, rowOf } from "./state";

/** What a cell said when one person after another had written in it. */
interface Hand {
  authorId: string;
  after: CellValue | RowPlace | null;
}

export type Hands = ReadonlyMap<CellAddress, readonly Hand[]>;

/** Listens to a document: one hand per author and cell, however many letters they type. */
export class Authorship {
  private hands = new Map<CellAddress, Hand[]>();

  constructor(
    private readonly definition: SheetDefinition,
    doc: Y.Doc,
    /** The person behind a transaction; null where there is none. */
    private readonly authorOf: (origin: unknown) => string | null,
  ) {
    doc.on("afterTransaction", (transaction: Y.Transaction) => this.note(doc, transaction));
  }

  /** What was written since the last time, which is forgotten here. */
  take(): Hands {
    const taken = this.hands;
    this.hands = new Map();
    return taken;
  }

  /** Storing failed: what was taken stands before what came since. */
  putBack(taken: Hands): void {
    const since = this.hands;
    this.hands = new Map([...taken].map(([address, hands]) => [address, [...hands]]));
    for (const [address, hands] of since) for (const hand of hands) this.add(address, hand);
  }

  private note(doc: Y.Doc, transaction: Y.Transaction): void {
    const authorId = this.authorOf(transaction.origin);
    if (authorId === null || transaction.changed.size === 0) return;
    for (const address of addressesOf(doc, transaction)) {
      const after = this.read(doc, address);
      if (after !== undefined) this.add(address, { authorId, after });
    }
  }

  private add(address: CellAddress, hand: Hand): void {
    const hands = this.hands.get(address) ?? [];
    const last = hands.at(-1);
    if (last?.authorId === hand.authorId) last.after = hand.after;
    else hands.push({ ...hand });
    this.hands.set(address, hands);
  }

  /** What stands at an address now; undefined where the sheet has no such place. */
  private read(doc: Y.Doc, address: CellAddress): CellValue | RowPlace | null | undefined {
    const cell = cellAt(this.definition, address);
    if (cell) return readCell(doc, cell, address) ?? null;
    const row = rowOf(address);
    const table = row && this.definition.tables.find(({ id }) => id === row.table);
    return table && !table.fixed && address === rowAddress(row.table, row.row) ? readRow(doc, table, row.row) : undefined;
  }
}

/** Addresses in which a transaction changed something. */
function addressesOf(doc: Y.Doc, { changed }: Y.Transaction): Set<CellAddress> {
  const addresses = new Set<CellAddress>();
  for (const [name, type] of doc.share) {
    const keys = changed.get(type as Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>);
    if (!keys) continue;
    const colon = name.indexOf(":");
    const [kind, rest] = colon === -1 ? [name, ""] : [name.slice(0, colon), name.slice(colon + 1)];
    if (kind === "text") addresses.add(rest);
    for (const key of keys) {
      if (key === null) continue;
      if (kind === "cells") addresses.add(key);
      if (kind === "rows" || kind === "gone") addresses.add(rowAddress(rest, key));
    }
  }
  return addresses;
}

/** Differences between two stored states, as the work of the people whose hands were there; null where nobody's were. */
export function attribute(changes: readonly Change[], hands: Hands): (Change & { authorId: string | null })[] {
  return changes.flatMap(({ address, before, after }) => {
    const steps: (Change & { authorId: string | null })[] = [];
    let last = before;
    for (const hand of hands.get(address) ?? []) {
      if (!sameValue(last, hand.after)) steps.push({ address, before: last, after: hand.after, authorId: hand.authorId });
      last = hand.after;
    }
    // What another process stored meanwhile may have had the last word.
    if (!sameValue(last, after)) steps.push({ address, before: last, after, authorId: steps.at(-1)?.authorId ?? hands.get(address)?.at(-1)?.authorId ?? null });
    return steps;
  });
}
