/** What a page sees of its work at one moment. */
import type { Receipt } from "./save-ops";
import { shownValue, type SavingEntry } from "./saving-log";

/** saved: the server has it · waiting: on its way · offline: kept here, tried again · conflict: a person must choose. */
export type SavingStatus = "saved" | "waiting" | "offline" | "conflict";

export type ValueView<V> = {
  value: V | null;
  flagged: boolean;
  status: SavingStatus;
  /** The other value, while a choice is to be made. */
  server: V | null;
};

/** How things are with the way to the server. */
export type Connection = {
  failing: boolean;
  /** Why nothing gets through, where it is more than the network. */
  problem: "signed-out" | "refused" | null;
  /** False where the device keeps nothing: then only "saved" is safe. */
  onDevice: boolean;
};

export type SavingSnapshot<V> = Omit<Connection, "failing"> & {
  /** The worst of all. */
  status: SavingStatus;
  /** The server takes no more. */
  closed: boolean;
  values: ReadonlyMap<number, ValueView<V>>;
};

/** A message between tabs of one device; BroadcastChannel carries it. */
export type TabMessage<V> =
  | { type: "put"; entry: SavingEntry<V> }
  | { type: "receipts"; receipts: Receipt<V>[] }
  /** A tab came to life: whatever was said before it listened is said again. */
  | { type: "hello" }
  | { type: "held"; entries: SavingEntry<V>[] };
export interface TabChannel<V> {
  postMessage(message: TabMessage<V>): void;
  onmessage: ((event: { data: TabMessage<V> }) => void) | null;
  close(): void;
}

/** Looks at every entry. */
export function snapshotOf<V>(entries: Iterable<SavingEntry<V>>, { failing, problem, onDevice }: Connection): SavingSnapshot<V> {
  const values = new Map<number, ValueView<V>>();
  let closed = false;
  for (const entry of entries) {
    const status = statusOf(entry, failing);
    values.set(entry.position, { ...shownValue(entry), status, server: entry.mine === null ? null : entry.server.value });
    closed ||= entry.closed;
  }
  const statuses = new Set([...values.values()].map(({ status }) => status));
  const status = (["conflict", "offline", "waiting"] as const).find((candidate) => statuses.has(candidate)) ?? "saved";
  return { status, problem, onDevice, closed, values };
}

function statusOf<V>(entry: SavingEntry<V>, failing: boolean): SavingStatus {
  if (entry.mine !== null) return "conflict";
  if (entry.log.length === 0) return "saved";
  return failing ? "offline" : "waiting";
}
