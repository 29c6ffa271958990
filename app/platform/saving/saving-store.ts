/**
 * A page's work in the browser, place by place, without React: every change is kept on the device first, then sent, tried again
 * until the server has given its receipt, and told to other tabs. Nothing is ever taken out of the log without a receipt.
 */
import { batchesOf, type DeviceStorage, newId, type Transport } from "~/platform/device";
import type { Receipt, SavedValue, SaveOp } from "./save-ops";
import { adoptEntry, applyReceipts, markSent, opOf, putValue, restoreEntry, serverEntry, settleConflict, shownValue, type SavingEntry, type SavingRules } from "./saving-log";
import { SendSchedule } from "./send-schedule";
import { snapshotOf, type SavingSnapshot, type Connection, type TabChannel, type TabMessage } from "./snapshot";

export interface StoreOptions<V> {
  /** What the places belong to, e.g. an attempt; names them on the device. */
  scope: string;
  initial: readonly (SavedValue<V> & { position: number })[];
  storage: DeviceStorage<SavingEntry<V>>;
  transport: Transport<SaveOp<V>, Receipt<V>>;
  /** Whether a value says nothing; such a value is never put over another device's words. */
  isEmpty: (value: V | null) => boolean;
  newId?: () => string;
}

export class SavingStore<V> {
  private readonly entries = new Map<number, SavingEntry<V>>();
  private readonly listeners = new Set<() => void>();
  private readonly rules: SavingRules<V>;
  private snapshotNow: SavingSnapshot<V>;
  private readonly schedule = new SendSchedule(() => void this.flush());
  private sending: Promise<void> | null = null;
  private problem: Connection["problem"] = null;
  private channel: TabChannel<V> | null = null;
  private restored: Promise<void> | null = null;
  private onDevice: boolean;

  constructor(private readonly options: StoreOptions<V>) {
    this.rules = { isEmpty: options.isEmpty, newId: options.newId ?? (() => newId()) };
    this.onDevice = options.storage.durable;
    for (const { position, ...server } of options.initial) this.entries.set(position, serverEntry(position, server));
    this.snapshotNow = this.look();
  }

  /** Brings back what an earlier page left unsent, and sends it. Nothing is sent before. */
  async restore(): Promise<void> {
    this.restored ??= this.load();
    await this.flush();
  }

  private async load(): Promise<void> {
    const kept = await this.options.storage.load(this.options.scope).catch(() => []);
    for (const entry of kept) {
      const current = this.entries.get(entry.position);
      if (current === undefined) continue;
      const restored = restoreEntry(serverEntry(entry.position, current.server), entry);
      // What was typed before the storage had answered is newer, and goes after what was kept.
      const typed = current.log.at(-1);
      this.entries.set(entry.position, typed === undefined ? restored : putValue(restored, typed.value, typed.flagged, this.rules.newId()));
    }
    this.changed();
  }

  /** Tells other tabs of the device, and listens to them. */
  connect(channel: TabChannel<V>): void {
    this.channel = channel;
    channel.onmessage = ({ data }) => this.hear(data);
    channel.postMessage({ type: "hello" });
  }

  snapshot = (): SavingSnapshot<V> => this.snapshotNow;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes a value (and flag). Resolves when the device has it; sending follows by itself. */
  async put(position: number, value: V | null, flagged?: boolean): Promise<void> {
    const entry = this.entries.get(position);
    if (entry === undefined) return;
    await this.change(putValue(entry, value, flagged ?? shownValue(entry).flagged, this.rules.newId()));
  }

  /** Settles a conflict. */
  async settle(position: number, choice: "mine" | "server"): Promise<void> {
    const entry = this.entries.get(position);
    if (entry !== undefined) await this.change(settleConflict(entry, choice, this.rules.newId()));
  }

  /** Sends everything now; resolves when the server has answered or could not be reached. Call it before submitting. */
  async flush(): Promise<void> {
    this.schedule.stop();
    await this.restored;
    while (this.sending !== null) await this.sending;
    if (this.unsent().length === 0) return;
    this.sending = this.sendAll().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  /** For pagehide and for a page that gets hidden: a last copy without waiting. */
  leave(): void {
    for (const batch of batchesOf(this.unsent())) {
      this.markSent(batch);
      this.options.transport.sendAway(batch);
    }
  }

  /** For the browser's `online` event and after signing in again. */
  retry(): void {
    this.schedule.succeeded();
    void this.flush();
  }

  /** Stops timers and the channel; what is unsent stays on the device. */
  close(): void {
    this.schedule.stop();
    this.channel?.close();
    this.channel = null;
  }

  private async change(entry: SavingEntry<V>): Promise<void> {
    if (entry === this.entries.get(entry.position)) return;
    this.entries.set(entry.position, entry);
    this.changed();
    this.channel?.postMessage({ type: "put", entry });
    if (entry.log.length > 0) this.schedule.soon();
    await this.keep(entry);
  }

  private async keep(entry: SavingEntry<V>): Promise<void> {
    const { storage, scope } = this.options;
    const isDone = entry.log.length === 0 && entry.mine === null;
    try {
      await (isDone ? storage.remove(scope, entry.position) : storage.save(scope, entry.position, entry));
      if (this.onDevice === storage.durable) return;
      this.onDevice = storage.durable;
    } catch {
      // A full disk or a closed database: the page must say that only the server keeps answers now.
      this.onDevice = false;
    }
    this.changed();
  }

  private async sendAll(): Promise<void> {
    this.schedule.begin();
    for (let [batch] = batchesOf(this.unsent()); batch !== undefined; [batch] = batchesOf(this.unsent())) {
      this.markSent(batch);
      const outcome = await this.options.transport.send(batch).catch(() => null);
      if (outcome === null || outcome.type !== "receipts" || outcome.receipts.length === 0) {
        this.schedule.failed();
        this.problem = outcome === null || outcome.type === "receipts" ? null : outcome.type;
        this.changed();
        if (outcome?.type !== "refused") this.schedule.soon();
        return;
      }
      this.schedule.succeeded();
      this.problem = null;
      this.channel?.postMessage({ type: "receipts", receipts: outcome.receipts });
      await this.settleReceipts(outcome.receipts);
      // Keys pressed meanwhile wait for their own quiet time.
      if (this.schedule.hasNew) return;
    }
  }

  private async settleReceipts(receipts: readonly Receipt<V>[]): Promise<void> {
    const positions = new Set(receipts.map(({ position }) => position));
    const touched = [...this.entries.values()].filter(({ position }) => positions.has(position));
    const settled = touched.map((entry) => applyReceipts(entry, receipts, this.rules));
    for (const entry of settled) this.entries.set(entry.position, entry);
    this.changed();
    await Promise.all(settled.map((entry) => this.keep(entry)));
  }

  private hear(message: TabMessage<V>): void {
    switch (message.type) {
      case "receipts":
        return void this.settleReceipts(message.receipts);
      case "hello": {
        const entries = [...this.entries.values()].filter(({ server, log }) => server.revision > 0 || log.length > 0);
        return this.channel?.postMessage({ type: "held", entries });
      }
      case "held":
        return this.adopt(message.entries.filter(({ position }) => this.entries.get(position)?.log.length === 0));
      case "put":
        return this.adopt([message.entry]);
    }
  }

  /** The other tab sends them; this one shows them, and sends them along with its own next change. */
  private adopt(others: readonly SavingEntry<V>[]): void {
    for (const other of others) {
      const entry = this.entries.get(other.position);
      if (entry !== undefined) this.entries.set(entry.position, adoptEntry(entry, other));
    }
    this.changed();
  }

  private unsent(): SaveOp<V>[] {
    return [...this.entries.values()].flatMap((entry) => entry.log.map(opOf));
  }

  private markSent(ops: readonly SaveOp<V>[]): void {
    const ids = new Set(ops.map(({ opId }) => opId));
    for (const entry of this.entries.values()) {
      if (entry.log.some(({ opId }) => ids.has(opId))) this.entries.set(entry.position, markSent(entry));
    }
  }

  private changed(): void {
    this.snapshotNow = this.look();
    this.listeners.forEach((listener) => listener());
  }

  private look(): SavingSnapshot<V> {
    return snapshotOf(this.entries.values(), { failing: this.schedule.isFailing, problem: this.problem, onDevice: this.onDevice });
  }
}
