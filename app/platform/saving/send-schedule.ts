/** When unsent work is sent: after quiet time, but never past the cap; after a failure in growing pauses. No React. */
import { retryWait } from "~/platform/device";
import { CAP_MS, QUIET_MS } from "./timing";

export class SendSchedule {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstUnsentAt: number | null = null;
  private failures = 0;

  constructor(private readonly send: () => void) {}

  get isFailing(): boolean {
    return this.failures > 0;
  }

  /** Whether something was typed since the sending began. */
  get hasNew(): boolean {
    return this.firstUnsentAt !== null;
  }

  /** Quiet time after the last key, but never past the cap; after a failure the waiting time of the retry. */
  soon(): void {
    const now = Date.now();
    this.firstUnsentAt ??= now;
    if (this.failures > 0 && this.timer !== undefined) return;
    this.stop();
    const wait = Math.max(0, Math.min(QUIET_MS, this.firstUnsentAt + CAP_MS - now));
    this.timer = setTimeout(this.send, this.failures > 0 ? retryWait(this.failures) : wait);
  }

  /** The sending begins: what is typed from now on has its own quiet time. */
  begin(): void {
    this.firstUnsentAt = null;
  }

  failed(): void {
    this.failures += 1;
  }

  succeeded(): void {
    this.failures = 0;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
