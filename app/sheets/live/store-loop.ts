/** When a sheet that people write in is stored: soon after the last change, not long after the first, one at a time, again after a failure. */

/** After the last change, and at the latest after the first one that is not stored, in milliseconds. */
const STORE_AFTER_MS = 300;
const STORE_WITHIN_MS = 1_000;
const RETRY_MS = 1_000;

export class StoreLoop {
  private unstored = false;
  private firstUnstoredAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private storing: Promise<void> | null = null;

  /** `storeNow` stores everything, calling `taken` at the moment from which on changes are for the next time. Rejects where it could not. */
  constructor(private readonly storeNow: (taken: () => void) => Promise<void>) {}

  get isBehind(): boolean {
    return this.unstored;
  }

  /** Something changed that is not stored. */
  note(): void {
    const now = Date.now();
    if (!this.unstored) this.firstUnstoredAt = now;
    this.unstored = true;
    // What was typed since is stored after what is being stored.
    if (!this.storing) this.storeIn(Math.max(0, Math.min(STORE_AFTER_MS, this.firstUnstoredAt + STORE_WITHIN_MS - now)));
  }

  /** One at a time; what comes meanwhile is for the next. */
  store(): Promise<void> {
    clearTimeout(this.timer);
    this.storing ??= this.run().finally(() => (this.storing = null));
    return this.storing;
  }

  /** Stores whatever is not stored. @throws what the database says when it cannot. */
  async flush(): Promise<void> {
    while (this.unstored || this.storing) await this.store();
  }

  /** Nothing is to be stored any more. */
  forget(): void {
    this.unstored = false;
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    try {
      await this.storeNow(() => (this.unstored = false));
    } catch (error) {
      this.unstored = true;
      this.storeIn(RETRY_MS);
      throw error;
    }
    // Typed while the database was at work.
    if (this.unstored) this.storeIn(STORE_AFTER_MS);
  }

  private storeIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.store().catch(() => undefined), ms);
  }
}
