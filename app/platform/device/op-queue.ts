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
  private sending = false;
  private failures = 0;
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

  /** Takes an operation. Shown at once; resolves when it is on the device; sending follows by itself. */
  async add(op: Op): Promise<void> {
    this.ops = [...this.ops, op];
    this.changed();
    await this.options.storage.save(this.options.scope, op.opId, op).catch(() => undefined);
    void this.flush();
  }

  /** Sends what is there, in order; one run at a time. */
  async flush(): Promise<void> {
    if (this.sending || this.ops.length === 0) return;
    clearTimeout(this.timer);
    this.sending = true;
    try {
      for (let [batch] = batchesOf(this.ops); batch !== undefined; [batch] = batchesOf(this.ops)) {
        this.state = this.state === "saved" ? "saving" : this.state;
        this.changed();
        const outcome = await this.options.transport.send(batch).catch(() => null);
        if (outcome?.type === "receipts" && outcome.receipts.length > 0) {
          await this.settle(outcome.receipts);
          continue;
        }
        this.failures += 1;
        this.state = outcome === null || outcome.type === "receipts" ? "offline" : outcome.type;
        this.changed();
        if (this.state !== "refused") this.timer = setTimeout(() => void this.flush(), retryWait(this.failures));
        return;
      }
    } finally {
      this.sending = false;
    }
  }

  /** For the browser's `online` event, and after signing in again. */
  retry(): void {
    this.failures = 0;
    void this.flush();
  }

  /** For a page that goes: a last copy without waiting. */
  leave(): void {
    for (const batch of batchesOf(this.ops)) this.options.transport.sendAway(batch);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async settle(receipts: readonly Receipt[]): Promise<void> {
    const done = new Set(receipts.map((receipt) => receipt.opId));
    this.ops = this.ops.filter((op) => !done.has(op.opId));
    this.failures = 0;
    this.state = this.ops.length === 0 ? "saved" : "saving";
    this.changed();
    await Promise.all([...done].map((opId) => this.options.storage.remove(this.options.scope, opId).catch(() => undefined)));
    this.options.onReceipts?.(receipts);
  }

  private changed(): void {
    this.snapshotNow = { unsent: this.ops, state: this.ops.length === 0 ? "saved" : this.state };
    this.listeners.forEach((listener) => listener());
  }
}
