/**
 * Sends an upload from a browser: chunk by chunk, each kept on the device until the server has it, tried again until it
 * has. Bytes may come all at once (a file) or as they are recorded. No React.
 */
import { type DeviceStorage, retryWait } from "~/platform/device";
import { sha256Of, wholeChecksum } from "../checksum";
import type { ReceivedChunk } from "../upload";
import { ChunkBuffer } from "./chunk-buffer";
import type { ChunkOutcome, UploadTransport } from "./upload-transport";

/** What stays on the device of an upload under way: its chunks, and what to go on with. */
export type Kept = { is: "chunk"; position: number; bytes: Uint8Array } | { is: "state"; digests: string[]; tail: Uint8Array; size: number };

export interface SendProgress {
  /** `waiting`: the network is away, or somebody must sign in; it goes on by itself. */
  state: "sending" | "waiting" | "signed-out" | "complete" | "failed";
  /** Bytes that the server has, and bytes there are so far. */
  sent: number;
  size: number;
  /** Why it failed: a code of `ChunkError` or `FinishError`. */
  code: string | null;
}

export interface SenderOptions {
  uploadId: string;
  chunkBytes: number;
  transport: UploadTransport;
  /** Left out: nothing is kept on the device (a file can be chosen again). */
  storage?: DeviceStorage<Kept>;
  /** What the server has already; such chunks are not sent again. */
  received?: readonly ReceivedChunk[];
  onProgress?: (progress: SendProgress) => void;
}

/** Chunks in memory before `add` makes its caller wait. */
const QUEUE = 3;

export class UploadSender {
  private digests: string[] = [];
  private size = 0;
  private sent = 0;
  private queue: { position: number; bytes: Uint8Array; sha256: string }[] = [];
  private buffer: ChunkBuffer;
  private adding: Promise<void> = Promise.resolve();
  private pumping: Promise<void> | null = null;
  private state: SendProgress["state"] = "sending";
  private code: string | null = null;
  private failures = 0;
  private wake: (() => void) | null = null;
  private readonly has: Map<number, string>;

  constructor(private readonly options: SenderOptions) {
    this.buffer = new ChunkBuffer(options.chunkBytes);
    this.has = new Map((options.received ?? []).map(({ position, sha256 }) => [position, sha256]));
  }

  /** Brings back what an earlier page left on the device. Answers whether there was anything. */
  async restore(): Promise<boolean> {
    const kept = (await this.options.storage?.load(this.options.uploadId).catch(() => [])) ?? [];
    const state = kept.find((item) => item.is === "state");
    if (!state) return false;
    this.digests = state.digests;
    this.size = state.size;
    this.buffer.add(state.tail);
    const chunks = kept.filter((item) => item.is === "chunk").sort((one, other) => one.position - other.position);
    for (const { position, bytes } of chunks) {
      const sha256 = state.digests[position];
      if (sha256 !== undefined) this.offer(position, bytes, sha256);
    }
    this.sent = state.size - state.tail.length - this.queue.reduce((sum, chunk) => sum + chunk.bytes.length, 0);
    return true;
  }

  /** Takes the next bytes. Resolves when they are on the device, and when there is room for more. */
  add(bytes: Uint8Array): Promise<void> {
    this.adding = this.adding.then(() => this.take(bytes));
    return this.adding;
  }

  /** No more bytes come: sends what is left and closes the upload. Resolves when it is complete, or has failed for good. */
  async end(): Promise<SendProgress> {
    await this.adding;
    const tail = this.buffer.rest();
    if (tail.length > 0) await this.cut(tail);
    this.buffer = new ChunkBuffer(this.options.chunkBytes);
    await this.keepState();
    await this.pump();
    if (this.state !== "failed") await this.untilAnswered(async () => this.options.transport.finish(this.size, await wholeChecksum(this.digests)));
    if (this.isFailed()) return this.progress();
    this.state = "complete";
    await this.options.storage?.remove(this.options.uploadId, "state").catch(() => undefined);
    this.tell();
    return this.progress();
  }

  /** For the browser's `online` event, and after signing in again. */
  retry(): void {
    this.wake?.();
  }

  progress(): SendProgress {
    return { state: this.state, sent: this.sent, size: this.size, code: this.code };
  }

  private async take(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length;
    for (const chunk of this.buffer.add(bytes)) await this.cut(chunk);
    await this.keepState();
    this.tell();
    while (this.queue.length > QUEUE && !this.isFailed() && this.options.storage === undefined) await this.pump();
  }

  private async cut(bytes: Uint8Array): Promise<void> {
    const position = this.digests.length;
    const sha256 = await sha256Of(bytes);
    await this.options.storage?.save(this.options.uploadId, position, { is: "chunk", position, bytes }).catch(() => undefined);
    this.digests.push(sha256);
    this.offer(position, bytes, sha256);
  }

  private offer(position: number, bytes: Uint8Array, sha256: string): void {
    if (this.has.get(position) === sha256) {
      this.sent += bytes.length;
      void this.options.storage?.remove(this.options.uploadId, position).catch(() => undefined);
      return;
    }
    this.queue.push({ position, bytes, sha256 });
    void this.pump();
  }

  private async keepState(): Promise<void> {
    const tail = this.buffer.rest();
    await this.options.storage?.save(this.options.uploadId, "state", { is: "state", digests: [...this.digests], tail, size: this.size }).catch(() => undefined);
  }

  /** Sends what is in the queue, in order; one run at a time. */
  private pump(): Promise<void> {
    this.pumping ??= this.sendQueue();
    return this.pumping;
  }

  private async sendQueue(): Promise<void> {
    // What is offered in this very moment is already in the queue when the loop first looks.
    await Promise.resolve();
    for (let next = this.queue[0]; next !== undefined && !this.isFailed(); next = this.queue[0]) {
      const { position, bytes, sha256 } = next;
      await this.untilAnswered(() => this.options.transport.put(position, bytes, sha256));
      if (this.isFailed()) break;
      this.queue.shift();
      this.sent += bytes.length;
      await this.options.storage?.remove(this.options.uploadId, position).catch(() => undefined);
      this.tell();
    }
    // In the same breath as the last look at the queue: whatever comes later starts a run of its own.
    this.pumping = null;
  }

  /** Asks until the server says yes or a final no. */
  private async untilAnswered(ask: () => Promise<ChunkOutcome>): Promise<void> {
    for (;;) {
      const outcome = await ask().catch(() => null);
      if (outcome?.type === "ok" || outcome?.type === "refused") {
        this.failures = 0;
        this.state = outcome.type === "ok" ? "sending" : "failed";
        this.code = outcome.type === "ok" ? null : outcome.code;
        this.tell();
        return;
      }
      this.failures += 1;
      this.state = outcome === null ? "waiting" : "signed-out";
      this.tell();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, retryWait(this.failures));
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  private isFailed(): boolean {
    return this.state === "failed";
  }

  private tell(): void {
    this.options.onProgress?.(this.progress());
  }
}

/** Sends a chosen file, piece by piece, without holding it in memory. */
export async function sendFile(file: Blob, sender: UploadSender, chunkBytes: number): Promise<SendProgress> {
  for (let start = 0; start < file.size; start += chunkBytes) {
    await sender.add(new Uint8Array(await file.slice(start, start + chunkBytes).arrayBuffer()));
    if (sender.progress().state === "failed") return sender.progress();
  }
  return sender.end();
}

/** Whether this page can make checksums: only pages of a secure origin can. Otherwise the plain form (2 MB) remains. */
export function canUpload(): boolean {
  return typeof crypto !== "undefined" && "subtle" in crypto;
}
