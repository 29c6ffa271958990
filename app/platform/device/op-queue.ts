/**
 * Operations of one page on their way to the server, without React: each is kept on the device first, then sent in order,
 * again and again under the same id until there is a receipt. For things that only ever add: nothing conflicts.
 */
import { batchesOf } from "./batches";
import type { DeviceStorage } from "./device-storage";
import { retryWait } from "./timing";
import type { Transport } from "./transport";

export interface QueueSnapshot<Op> {
  /** Made on this device (also before a reload) and not acknowledged yet, in order. */
  unsent: readonly Op[];
  state: "saved" | "saving" | "offline" | "signed-out" | "refused";
}

export interface QueueOptions<Op, Receipt> {
  /** Under which operations are kept: the round, the person. */
  scope: string;
  storage: DeviceStorage<Op>;
  transport: Transport<Op, Receipt>;
  /** Hears of receipts, e.g. to read the page's data again. */
  onReceipts?: (receipts: readonly Receipt[]) => void;
}

export class OpQueue<Op extends { opId: string; at: string }, Receipt extends { opId: string }> {
  private ops: Op[] = [];
  private state: QueueSnapshot<Op>["state"] = "saved";
  private readonly listeners = new Set<() => void>();
  private snapshotNow: QueueSnapshot<Op> = { unsent: [], state: "saved" };
  private readonly keeping = new Map<string, Promise<void>>();
  /** Refused although sent alone: kept, and out of the others' way until `retry`. */
  private readonly refused = new Set<string>();
  private sending = false;
  private failures = 0;
  private lastAt = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: QueueOptions<Op, Receipt>) {}

  snapshot = (): QueueSnapshot<Op> => this.snapshotNow;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Brings back what an earlier page left unsent, and sends it. */
  async restore(): Promise<void> {
    const kept = await this.options.storage.load(this.options.scope).catch(() => []);
    const known = new Set(this.ops.map((op) => op.opId));
    const missing = kept.filter((op) => !known.has(op.opId)).sort((one, other) => one.at.localeCompare(other.at));
    this.ops = [...missing, ...this.ops];
    this.changed();
    await this.flush();
  }

  /** Takes an operation, once. Shown at once; resolves when it is on the device. Sending waits for no storage: one that hangs must not hold it up. */
  async add(op: Op): Promise<void> {
    if (this.ops.some((one) => one.opId === op.opId)) return;
    const stamped = this.stamped(op);
    this.ops = [...this.ops, stamped];
    this.changed();
    const kept = this.options.storage.save(this.options.scope, op.opId, stamped).catch(() => undefined);
    this.keeping.set(op.opId, kept);
    void this.flush();
    await kept;
  }

  /** Sends what is there, in order; one run at a time. */
  async flush(): Promise<void> {
    if (this.sending || this.waiting().length === 0) return;
    clearTimeout(this.timer);
    this.sending = true;
    let alone = 0;
    try {
      for (let [batch] = batchesOf(this.waiting()); batch !== undefined; [batch] = batchesOf(this.waiting())) {
        this.state = this.state === "saved" ? "saving" : this.state;
        this.changed();
        const portion = alone > 0 ? batch.slice(0, 1) : batch;
        const outcome = await this.options.transport.send(portion).catch(() => null);
        if (outcome?.type === "receipts" && this.settle(portion, outcome.receipts)) {
          alone = Math.max(0, alone - 1);
        } else if (outcome?.type === "refused") {
          // One that the server will not have must not keep the others from it: each of them for itself, then.
          alone = portion.length > 1 ? portion.length : Math.max(0, alone - 1);
          if (portion.length === 1) this.setAside(portion);
        } else {
          this.failures += 1;
          this.state = outcome?.type === "signed-out" ? "signed-out" : "offline";
          this.changed();
          this.timer = setTimeout(() => void this.flush(), retryWait(this.failures));
          return;
        }
      }
    } finally {
      this.sending = false;
    }
  }

  /** For the browser's `online` event, and after signing in again. */
  retry(): void {
    this.failures = 0;
    this.refused.clear();
    void this.flush();
  }

  /** For a page that goes: a last copy without waiting. */
  leave(): void {
    for (const batch of batchesOf(this.ops)) this.options.transport.sendAway(batch);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  /** Each later than the one before, whatever the clock that is read does: times say which tap was the last, here and on the server. */
  private stamped(op: Op): Op {
    const at = op.at > this.lastAt ? op.at : new Date(new Date(this.lastAt).getTime() + 1).toISOString();
    this.lastAt = at;
    return { ...op, at };
  }

  private waiting(): Op[] {
    return this.ops.filter((op) => !this.refused.has(op.opId));
  }

  private setAside(ops: readonly Op[]): void {
    for (const op of ops) this.refused.add(op.opId);
    this.state = "refused";
    this.changed();
  }

  /** Takes what has arrived off the device. False when the answer speaks of nothing that was sent: then it counts as lost. */
  private settle(sent: readonly Op[], receipts: readonly Receipt[]): boolean {
    const done = new Set(receipts.map((receipt) => receipt.opId));
    if (!sent.some((op) => done.has(op.opId))) return false;
    this.ops = this.ops.filter((op) => !done.has(op.opId));
    this.failures = 0;
    this.state = this.ops.length === 0 ? "saved" : this.waiting().length === 0 ? "refused" : "saving";
    this.changed();
    for (const opId of done) void this.forget(opId);
    this.options.onReceipts?.(receipts);
    return true;
  }

  /** Never before it was put there. */
  private async forget(opId: string): Promise<void> {
    await this.keeping.get(opId);
    this.keeping.delete(opId);
    await this.options.storage.remove(this.options.scope, opId).catch(() => undefined);
  }

  private changed(): void {
    this.snapshotNow = { unsent: this.ops, state: this.ops.length === 0 ? "saved" : this.state };
    this.listeners.forEach((listener) => listener());
  }
}
