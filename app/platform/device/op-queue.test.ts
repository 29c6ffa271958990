import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type DeviceStorage, memoryStorage } from "./device-storage";
import { OpQueue } from "./op-queue";
import type { SendOutcome, Transport } from "./transport";

interface Op {
  opId: string;
  at: string;
}
type Receipt = { opId: string };
/** What becomes of a request: it arrives, or not, or its answer is lost, or comes late, or nobody is signed in. */
type Fate = "arrives" | "lost" | "reply lost" | "late" | "signed out";

const LONG_MS = 120_000;
const opAt = (n: number): Op => ({ opId: `op-${999 - n}`, at: new Date(Date.UTC(2026, 2, 12, 6, 0, n)).toISOString() });

/** A server that takes each id once, behind a network that can be told what to do. */
class Server {
  readonly taken: Op[] = [];
  readonly requests: string[][] = [];
  fates: Fate[] = [];
  beaconArrives = true;
  bad = new Set<string>();

  take(ops: readonly Op[]): SendOutcome<Receipt> {
    if (ops.some((op) => this.bad.has(op.opId))) return { type: "refused" };
    for (const op of ops) if (!this.taken.some((one) => one.opId === op.opId)) this.taken.push(op);
    return { type: "receipts", receipts: ops.map(({ opId }) => ({ opId })) };
  }

  readonly transport: Transport<Op, Receipt> = {
    send: async (ops) => {
      this.requests.push(ops.map((op) => op.opId));
      const fate = this.fates.shift() ?? "arrives";
      if (fate === "signed out") return { type: "signed-out" };
      if (fate === "lost") throw new TypeError("Failed to fetch");
      if (fate === "late") await new Promise((resolve) => setTimeout(resolve, 3_000));
      const outcome = this.take(ops);
      if (fate === "reply lost") throw new TypeError("Failed to fetch");
      return outcome;
    },
    sendAway: (ops) => {
      if (this.beaconArrives) this.take(ops);
      return this.beaconArrives;
    },
  };
}

/** As IndexedDB reads: in the order of ids. */
function sortedStorage(): DeviceStorage<Op> {
  const storage = memoryStorage<Op>();
  return { ...storage, load: async (scope) => (await storage.load(scope)).sort((one, other) => one.opId.localeCompare(other.opId)) };
}

const pageOf = (server: Server, storage: DeviceStorage<Op>) => new OpQueue<Op, Receipt>({ scope: "round observer", storage, transport: server.transport });
const ids = (ops: readonly Op[]) => ops.map((op) => op.opId);

let server: Server;
let storage: DeviceStorage<Op>;
beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  storage = sortedStorage();
});
afterEach(() => vi.useRealTimers());

test("a tap online and one offline are both there once the network is back", async () => {
  const queue = pageOf(server, storage);
  await queue.add(opAt(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(queue.snapshot()).toEqual({ unsent: [], state: "saved" });
  server.fates = ["lost", "lost"];
  await queue.add(opAt(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(queue.snapshot()).toEqual({ unsent: [opAt(2)], state: "offline" });
  queue.retry();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(server.taken).toEqual([opAt(1), opAt(2)]);
  expect(await storage.load("round observer")).toEqual([]);
});

test("two taps before the first receipt: the second goes with the next request", async () => {
  const queue = pageOf(server, storage);
  server.fates = ["late"];
  void queue.add(opAt(1));
  void queue.add(opAt(2));
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(server.requests).toEqual([[opAt(1).opId], [opAt(2).opId]]);
  expect(server.taken).toEqual([opAt(1), opAt(2)]);
});

test("after a lost reply the same id is sent again, and counts once", async () => {
  server.fates = ["reply lost", "signed out"];
  await pageOf(server, storage).add(opAt(1));
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(server.requests).toHaveLength(3);
  expect(server.taken).toEqual([opAt(1)]);
});

test("what an earlier page left is sent by the next, before what is tapped there", async () => {
  const before = pageOf(server, storage);
  server.fates = ["lost", "lost", "lost"];
  await before.add(opAt(1));
  await before.add(opAt(2));
  before.close();
  server.fates = [];
  const after = pageOf(server, storage);
  await after.restore();
  await after.add(opAt(3));
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(server.taken).toEqual([opAt(1), opAt(2), opAt(3)]);
});

test("a storage that never answers holds nothing up", async () => {
  const never = () => new Promise<never>(() => undefined);
  const queue = pageOf(server, { durable: true, load: never, save: never, remove: never });
  void queue.restore();
  void queue.add(opAt(1));
  void queue.add(opAt(2));
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(server.taken).toEqual([opAt(1), opAt(2)]);
  expect(queue.snapshot()).toEqual({ unsent: [], state: "saved" });
});

test("times follow one another although the clock stands still or is set back", async () => {
  const queue = pageOf(server, storage);
  await queue.add(opAt(5));
  await queue.add({ ...opAt(6), at: opAt(5).at });
  await queue.add({ ...opAt(7), at: opAt(4).at });
  await vi.advanceTimersByTimeAsync(LONG_MS);
  const times = server.taken.map((op) => op.at);
  expect(ids(server.taken)).toEqual(ids([opAt(5), opAt(6), opAt(7)]));
  expect(new Set(times).size).toBe(3);
  expect([...times].sort()).toEqual(times);
});

test("the same operation is taken once", async () => {
  const queue = pageOf(server, storage);
  server.fates = ["lost"];
  await queue.add(opAt(1));
  await queue.add(opAt(1));
  expect(queue.snapshot().unsent).toEqual([opAt(1)]);
});

describe("what the server will not have", () => {
  test("does not keep the others from it, stays on the device, and can be tried again", async () => {
    const queue = pageOf(server, storage);
    server.fates = ["lost"];
    server.bad.add(opAt(2).opId);
    for (const n of [1, 2, 3, 4]) await queue.add(opAt(n));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(server.taken).toEqual([opAt(1), opAt(3), opAt(4)]);
    expect(queue.snapshot()).toEqual({ unsent: [opAt(2)], state: "refused" });
    expect(await storage.load("round observer")).toEqual([opAt(2)]);
    await queue.add(opAt(5));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(ids(server.taken)).toContain(opAt(5).opId);
    server.bad.clear();
    queue.retry();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(queue.snapshot()).toEqual({ unsent: [], state: "saved" });
    expect(server.taken).toHaveLength(5);
  });

  test("an answer without receipts for what was sent counts as lost, and is not asked for without a pause", async () => {
    const send = vi.fn((): Promise<SendOutcome<Receipt>> => Promise.resolve({ type: "receipts", receipts: [{ opId: "of another page" }] }));
    const queue = new OpQueue<Op, Receipt>({ scope: "s", storage, transport: { send, sendAway: () => false } });
    await queue.add(opAt(1));
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenCalledTimes(1);
    expect(queue.snapshot()).toEqual({ unsent: [opAt(1)], state: "offline" });
    queue.close();
  });
});

test("whatever is lost, and whenever the page is left, every tap is on the server once, in order", async () => {
  const fate = fc.constantFrom<Fate>("arrives", "lost", "reply lost", "late", "signed out");
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: "tap" } as const) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 20_000 }) }) },
    { weight: 1, arbitrary: fc.constant({ kind: "online" } as const) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("reload" as const), beacon: fc.boolean() }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(fate, { maxLength: 30 }), async (steps, fates) => {
      const [world, device] = [new Server(), sortedStorage()];
      world.fates = [...fates];
      let page = pageOf(world, device);
      let taps = 0;
      for (const one of steps) {
        if (one.kind === "tap") await page.add(opAt((taps += 1)));
        else if (one.kind === "wait") await vi.advanceTimersByTimeAsync(one.ms);
        else if (one.kind === "online") page.retry();
        else {
          world.beaconArrives = one.beacon;
          page.leave();
          page.close();
          page = pageOf(world, device);
          await Promise.race([page.restore(), vi.advanceTimersByTimeAsync(0)]);
        }
      }
      world.fates = [];
      page.retry();
      await vi.advanceTimersByTimeAsync(LONG_MS);
      expect(ids(world.taken)).toEqual(ids(Array.from({ length: taps }, (_, at) => opAt(at + 1))));
      expect(page.snapshot()).toEqual({ unsent: [], state: "saved" });
      expect(await device.load("round observer")).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
