/**
 * How saved work is judged: compare-and-swap per place. An operation is taken only when it is based on the revision that
 * the server holds, so no device overwrites what it has not seen, least of all with nothing. Every operation leaves a
 * receipt in the ledger, and the same operation sent again gets the same receipt. `V` is what stands at a place.
 */

/** A value on its way to the server; `baseRevision` is the revision it was typed over, 0 for none. */
export type SaveOp<V> = {
  opId: string;
  position: number;
  baseRevision: number;
  value: V | null;
  /** Left as it is when not given. */
  flagged?: boolean | undefined;
};

export const SAVE_OUTCOMES = ["accepted", "conflict", "late"] as const;
export type SaveOutcome = (typeof SAVE_OUTCOMES)[number];

/** What the server holds at a place. */
export type SavedValue<V> = { value: V | null; revision: number; flagged: boolean };

/**
 * The server's word on an operation. `revision` is the place's revision after it; `server` is what the server holds
 * instead when the operation was not taken.
 */
export type Receipt<V> = {
  opId: string;
  position: number;
  outcome: SaveOutcome;
  revision: number;
  server?: { value: V | null; flagged: boolean };
};

/** What becomes of one operation, and what the server holds afterwards. */
export type Verdict<V> = { outcome: SaveOutcome; after: SavedValue<V> };

const NOTHING: SavedValue<never> = { value: null, revision: 0, flagged: false };

/** Judges one operation against what the server holds (undefined: nothing yet). */
export function judgeSave<V>(current: SavedValue<V> = NOTHING, op: SaveOp<V>, closed: boolean): Verdict<V> {
  if (closed) return { outcome: "late", after: current };
  const flagged = op.flagged ?? current.flagged;
  // Two devices that say the same have no conflict.
  if (current.revision > 0 && flagged === current.flagged && sameValue(op.value, current.value)) {
    return { outcome: "accepted", after: current };
  }
  if (op.baseRevision !== current.revision) return { outcome: "conflict", after: current };
  return { outcome: "accepted", after: { value: op.value, revision: current.revision + 1, flagged } };
}

/** The receipt of a verdict. */
export function receiptOf<V>(op: Pick<SaveOp<V>, "opId" | "position">, { outcome, after }: Verdict<V>): Receipt<V> {
  const base = { opId: op.opId, position: op.position, outcome, revision: after.revision };
  return outcome === "accepted" ? base : { ...base, server: { value: after.value, flagged: after.flagged } };
}

/**
 * Operations that follow one another in a batch: the second is based on the revision that its device foresaw for the first.
 * When the first came out as another revision (a replay, or nothing new), the second is still based on the first.
 */
export class FollowedBases {
  private readonly last = new Map<number, { foreseen: number; revision: number }>();

  /** Remembers what became of an operation. */
  note(op: SaveOp<unknown>, receipt: Receipt<unknown>): void {
    if (receipt.outcome === "accepted") this.last.set(op.position, { foreseen: op.baseRevision + 1, revision: receipt.revision });
    else this.last.delete(op.position);
  }

  /** The revision an operation is really based on. */
  of(op: SaveOp<unknown>): number {
    const before = this.last.get(op.position);
    return before !== undefined && before.foreseen === op.baseRevision ? before.revision : op.baseRevision;
  }
}

/** Whether two values are the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
