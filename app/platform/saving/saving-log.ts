/**
 * What one place holds on a device: what the server holds, the operations on their way there, and what to show.
 * Pure transitions; the store around them keeps, sends and announces.
 *
 * The log is sent whole and in order, each operation based on the revision that the one before it will make, so a reply
 * that got lost, a second tab or a reload only ever repeats operations the server knows by their ids.
 */
import { sameValue, type Receipt, type SavedValue, type SaveOp } from "./save-ops";

/** An operation of the log. Once it may have left the device its value is fixed for ever under its id. */
export type LoggedOp<V> = SaveOp<V> & { flagged: boolean; sent: boolean };

/** What a merge needs to know of values, and a name for the operation that it makes. */
export type SavingRules<V> = { isEmpty: (value: V | null) => boolean; newId: () => string };

export type SavingEntry<V> = {
  position: number;
  server: SavedValue<V>;
  log: LoggedOp<V>[];
  /** What this device has, when the server holds something else and a person must choose. */
  mine: { value: V | null; flagged: boolean } | null;
  /** The server takes no more answers: time is up or the paper is handed in. */
  closed: boolean;
};

/** What is shown at a question: own latest words first. */
export function shownValue<V>(entry: SavingEntry<V>): { value: V | null; flagged: boolean } {
  const last = entry.log.at(-1) ?? entry.mine ?? entry.server;
  return { value: last.value, flagged: last.flagged };
}

/** The entry of a question as the server told it. */
export function serverEntry<V>(position: number, server: SavedValue<V>): SavingEntry<V> {
  return { position, server, log: [], mine: null, closed: false };
}

/** Takes over what an earlier page left on the device. Its operations may have been sent, so none is changed any more. */
export function restoreEntry<V>(server: SavingEntry<V>, kept: SavingEntry<V>): SavingEntry<V> {
  const newer = kept.server.revision > server.server.revision ? kept.server : server.server;
  return { ...server, server: newer, log: kept.log.map((op) => ({ ...op, sent: true })), mine: kept.mine };
}

/** The learner changed the answer. While a conflict stands their words are kept beside it, and sent when they choose. */
export function putValue<V>(entry: SavingEntry<V>, value: V | null, flagged: boolean, opId: string): SavingEntry<V> {
  if (entry.closed) return entry;
  if (entry.mine !== null) return { ...entry, mine: { value, flagged } };
  const last = entry.log.at(-1);
  if (last === undefined && flagged === entry.server.flagged && sameValue(value, entry.server.value)) return entry;
  if (last !== undefined && !last.sent) {
    return { ...entry, log: [...entry.log.slice(0, -1), { ...last, value, flagged }] };
  }
  const baseRevision = last === undefined ? entry.server.revision : last.baseRevision + 1;
  return { ...entry, log: [...entry.log, { opId, position: entry.position, baseRevision, value, flagged, sent: false }] };
}

/** The whole log leaves the device. */
export function markSent<V>(entry: SavingEntry<V>): SavingEntry<V> {
  return { ...entry, log: entry.log.map((op) => ({ ...op, sent: true })) };
}

/** Another tab of this device changed the answer. Own operations that it did not know of stay. */
export function adoptEntry<V>(entry: SavingEntry<V>, other: SavingEntry<V>): SavingEntry<V> {
  const known = new Set(other.log.map(({ opId }) => opId));
  if (entry.log.some((op) => !op.sent && !known.has(op.opId))) return entry;
  const server = other.server.revision > entry.server.revision ? other.server : entry.server;
  return { ...entry, server, log: other.log.map((op) => ({ ...op, sent: true })), mine: other.mine, closed: entry.closed || other.closed };
}

/** The server answered operations of this question.  */
export function applyReceipts<V>(entry: SavingEntry<V>, receipts: readonly Receipt<V>[], rules: SavingRules<V>): SavingEntry<V> {
  return receipts.reduce((current, receipt) => applyReceipt(current, receipt, rules), entry);
}

function applyReceipt<V>(entry: SavingEntry<V>, receipt: Receipt<V>, rules: SavingRules<V>): SavingEntry<V> {
  const at = entry.log.findIndex(({ opId }) => opId === receipt.opId);
  const op = entry.log[at];
  if (op === undefined) return entry;
  const rest = entry.log.slice(at + 1);
  switch (receipt.outcome) {
    case "accepted": {
      const isNews = receipt.revision >= entry.server.revision;
      const server = isNews ? { value: op.value, flagged: op.flagged, revision: receipt.revision } : entry.server;
      // What comes after was typed over this answer, whatever revision was foreseen.
      return { ...entry, server, log: rest.map((next, index) => (next.sent ? next : { ...next, baseRevision: server.revision + index })) };
    }
    case "conflict": {
      const mine = entry.log.at(-1) ?? op;
      const server = { value: receipt.server?.value ?? null, flagged: receipt.server?.flagged ?? false, revision: receipt.revision };
      return merge({ ...entry, server, log: [] }, mine, rules);
    }
    case "late": {
      const server = { value: receipt.server?.value ?? null, flagged: receipt.server?.flagged ?? false, revision: receipt.revision };
      return { ...entry, server, log: [], mine: null, closed: true };
    }
  }
}

/** Settles a conflict where nobody's words are at stake; otherwise leaves it to the learner. */
function merge<V>(entry: SavingEntry<V>, mine: { value: V | null; flagged: boolean }, rules: SavingRules<V>): SavingEntry<V> {
  const again = (flagged: boolean): SavingEntry<V> => ({
    ...entry,
    log: [{ opId: rules.newId(), position: entry.position, baseRevision: entry.server.revision, value: mine.value, flagged, sent: false }],
  });
  if (sameValue(mine.value, entry.server.value)) return mine.flagged === entry.server.flagged ? entry : again(mine.flagged);
  if (rules.isEmpty(mine.value)) return entry;
  if (rules.isEmpty(entry.server.value)) return again(mine.flagged);
  return { ...entry, mine: { value: mine.value, flagged: mine.flagged } };
}

/** The learner chose between their own answer and the one the server holds. */
export function settleConflict<V>(entry: SavingEntry<V>, choice: "mine" | "server", opId: string): SavingEntry<V> {
  if (entry.mine === null) return entry;
  const settled = { ...entry, mine: null };
  return choice === "server" ? settled : putValue(settled, entry.mine.value, entry.mine.flagged, opId);
}

/** An operation as it is sent. */
export function opOf<V>({ opId, position, baseRevision, value, flagged }: SaveOp<V>): SaveOp<V> {
  return { opId, position, baseRevision, value, flagged };
}
