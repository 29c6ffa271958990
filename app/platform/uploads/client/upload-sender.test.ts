import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryStorage } from "~/platform/device";
import { wholeChecksum } from "../checksum";
import { type Kept, sendFile, UploadSender } from "./upload-sender";
import type { ChunkOutcome, UploadTransport } from "./upload-transport";

const CHUNK = 8;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const bytes = (text: string) => new TextEncoder().encode(text);

/** A server that keeps chunks, reached over a line that can be cut. */
class FakeServer implements UploadTransport {
  chunks = new Map<number, Uint8Array>();
  puts = 0;
  finished: string | null = null;
  /** "before": the request is lost; "after": the answer is. */
  cut: "before" | "after" | "none" = "none";
  refusal: ChunkOutcome | null = null;

  async put(position: number, chunk: Uint8Array, checksum: string): Promise<ChunkOutcome> {
    this.puts += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (this.cut === "before") throw new Error("cut");
    if (this.refusal) return this.refusal;
    expect(sha256(chunk)).toBe(checksum);
    const there = this.chunks.get(position);
    if (there) expect(sha256(there)).toBe(checksum);
    this.chunks.set(position, chunk.slice());
    if (this.cut === "after") throw new Error("cut");
    return { type: "ok" };
  }

  async finish(size: number, checksum: string): Promise<ChunkOutcome> {
    if (this.cut !== "none") throw new Error("cut");
    const chunks = [...this.chunks].sort(([one], [other]) => one - other).map(([, chunk]) => chunk);
    expect(await wholeChecksum(chunks.map(sha256))).toBe(checksum);
    expect(this.text()).toHaveLength(size);
    this.finished = checksum;
    return { type: "ok" };
  }

  text(): string {
    return Buffer.concat([...this.chunks].sort(([one], [other]) => one - other).map(([, chunk]) => chunk)).toString();
  }
}

const later = setTimeout;
/** Lets the fake clock run until `done`; checksums are made on other threads, so real moments pass in between. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) {
    await new Promise((resolve) => later(resolve, 1));
    await vi.advanceTimersByTimeAsync(50);
  }
}

/** What a promise comes to, the fake clock running meanwhile. */
async function outcomeOf<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  void promise.finally(() => (over = true)).catch(() => undefined);
  await until(() => over);
  return promise;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = (server: FakeServer, storage = memoryStorage<Kept>()) => new UploadSender({ uploadId: "u", chunkBytes: CHUNK, transport: server, storage });

describe("UploadSender", () => {
  it("sends what is recorded while it is recorded, and closes with the rest", async () => {
    const server = new FakeServer();
    const sender = open(server);
    await sender.add(bytes("first pie"));
    await until(() => server.text() === "first pi");
    await sender.add(bytes("ce, second"));
    expect(await outcomeOf(sender.end())).toEqual({ state: "complete", sent: 19, size: 19, code: null });
    expect(server.text()).toBe("first piece, second");
    expect(server.finished).not.toBeNull();
  });

  it("waits out a cut line and loses nothing, whichever half of the exchange was lost", async () => {
    for (const cut of ["before", "after"] as const) {
      const server = new FakeServer();
      server.cut = cut;
      const states: string[] = [];
      const sender = new UploadSender({ uploadId: "u", chunkBytes: CHUNK, transport: server, storage: memoryStorage(), onProgress: ({ state }) => states.push(state) });
      await sender.add(bytes("one two three four five"));
      const ended = sender.end();
      await until(() => states.includes("waiting"));
      server.cut = "none";
      expect((await outcomeOf(ended)).state).toBe("complete");
      expect(server.text()).toBe("one two three four five");
    }
  });

  it("goes on after a reload with what the device kept, and does not send again what the server has", async () => {
    const server = new FakeServer();
    const storage = memoryStorage<Kept>();
    let isGone = false;
    const dying: UploadTransport = { put: (...chunk) => (isGone ? new Promise(() => undefined) : server.put(...chunk)), finish: () => new Promise(() => undefined) };
    const before = new UploadSender({ uploadId: "u", chunkBytes: CHUNK, transport: dying, storage });
    await before.add(bytes("chunk 0.chunk 1."));
    await until(() => before.progress().sent === 16);
    server.cut = "before";
    await before.add(bytes("chunk 2.chunk 3.tail"));
    await until(() => before.progress().state === "waiting");
    // The page goes; a new one comes.
    isGone = true;
    server.cut = "none";
    const puts = server.puts;
    const after = open(server, storage);
    expect(await after.restore()).toBe(true);
    expect((await outcomeOf(after.end())).state).toBe("complete");
    expect(server.text()).toBe("chunk 0.chunk 1.chunk 2.chunk 3.tail");
    expect(server.puts - puts).toBe(3);
    expect(await storage.load("u")).toEqual([]);
  });

  it("skips known chunks of a file that is chosen again, and notices another file of the same name", async () => {
    vi.useRealTimers();
    const server = new FakeServer();
    server.chunks.set(0, bytes("chunk 0."));
    const same = new UploadSender({ uploadId: "u", chunkBytes: CHUNK, transport: server, received: [{ position: 0, sha256: sha256(bytes("chunk 0.")) }] });
    expect((await sendFile(new Blob(["chunk 0.chunk 1.ab"]), same, CHUNK)).state).toBe("complete");
    expect(server.puts).toBe(2);

    const refusing = new FakeServer();
    refusing.refusal = { type: "refused", code: "other-bytes" };
    const other = new UploadSender({ uploadId: "u", chunkBytes: CHUNK, transport: refusing, received: [{ position: 0, sha256: sha256(bytes("chunk X.")) }] });
    expect(await sendFile(new Blob(["chunk 0.chunk 1."]), other, CHUNK)).toMatchObject({ state: "failed", code: "other-bytes" });
  });

  it("asks to sign in and goes on afterwards", async () => {
    const server = new FakeServer();
    server.refusal = { type: "signed-out" };
    const sender = open(server);
    await sender.add(bytes("12345678"));
    await until(() => sender.progress().state === "signed-out");
    server.refusal = null;
    sender.retry();
    expect((await outcomeOf(sender.end())).state).toBe("complete");
  });
});
