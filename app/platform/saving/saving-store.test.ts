import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryStorage, type SendOutcome, type Transport } from "~/platform/device";
import { FollowedBases, judgeSave, receiptOf, type Receipt as AnyReceipt, type SavedValue, type SaveOp as AnyOp } from "./save-ops";
import type { SavingEntry } from "./saving-log";
import { SavingStore } from "./saving-store";
import type { TabChannel as AnyChannel } from "./snapshot";

type Words = { kind: "words"; text: string };
type SaveOp = AnyOp<Words>;
type Receipt = AnyReceipt<Words>;
type TabChannel = AnyChannel<Words>;
const text = (value: string): Words => ({ kind: "words", text: value });

/** A server that keeps answers as save-responses does, reached over a line that can be cut. */
class FakeServer implements Transport<SaveOp, Receipt> {
  held = new Map<number, SavedValue<Words>>();
  ledger = new Map<string, Receipt>();
  calls: SaveOp[][] = [];
  /** "before": the request is lost; "after": the answer is. */
  cut: "before" | "after" | "none" = "none";
  refusal: SendOutcome<Receipt> | null = null;
  closed = false;

  async send(ops: readonly SaveOp[]): Promise<SendOutcome<Receipt>> {
    this.calls.push([...ops]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (this.cut === "before") throw new Error("cut");
    if (this.refusal !== null) return this.refusal;
    const receipts = this.take(ops);
    if (this.cut === "after") throw new Error("cut");
    return { type: "receipts", receipts };
  }

  sendAway(ops: readonly SaveOp[]): boolean {
    if (this.cut !== "before") this.take(ops);
    return true;
  }

  take(ops: readonly SaveOp[]): Receipt[] {
    const bases = new FollowedBases();
    return ops.map((op) => {
      const known = this.ledger.get(op.opId);
      const verdict = judgeSave(this.held.get(op.position), { ...op, baseRevision: bases.of(op) }, this.closed);
      const receipt = known ?? receiptOf(op, verdict);
      if (known === undefined && verdict.outcome === "accepted") this.held.set(op.position, verdict.after);
      this.ledger.set(op.opId, receipt);
      bases.note(op, receipt);
      return receipt;
    });
  }

  text(position = 1): string | undefined {
    const value = this.held.get(position)?.value;
    return value?.text;
  }
}

let ids = 0;
const open = (server: FakeServer, storage = memoryStorage<SavingEntry<Words>>()) =>
  new SavingStore<Words>({
    scope: "a",
    isEmpty: (value) => value === null || value.text === "",
    initial: [1, 2].map((position) => ({ position, ...(server.held.get(position) ?? { value: null, revision: 0, flagged: false }) })),
    storage,
    transport: server,
    newId: () => `op-${(ids += 1)}`,
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("SavingStore", () => {
  it("keeps an answer on the device at once and sends it within 2 s of the last key", async () => {
    const server = new FakeServer();
    const storage = memoryStorage<SavingEntry<Words>>();
    const store = open(server, storage);
    await store.put(1, text("信"));
    expect(await storage.load("a")).toHaveLength(1);
    expect(store.snapshot().status).toBe("waiting");
    await vi.advanceTimersByTimeAsync(400);
    await store.put(1, text("信任"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.text()).toBe("信任");
    expect(server.calls).toHaveLength(1);
    expect(store.snapshot().status).toBe("saved");
    expect(await storage.load("a")).toEqual([]);
  });
  it("sends within 5 s while keys never stop", async () => {
    const server = new FakeServer();
    const store = open(server);
    for (let at = 0; at < 50; at += 1) {
      await store.put(1, text("x".repeat(at + 1)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(server.text()?.length).toBeGreaterThanOrEqual(20);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.text()).toHaveLength(50);
  });
  it("says offline while the line is cut, tries again by itself, and loses nothing", async () => {
    const server = new FakeServer();
    server.cut = "before";
    const store = open(server);
    await store.put(1, text("one"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.snapshot().status).toBe("offline");
    await store.put(1, text("two"));
    await store.put(2, text("other"));
    server.cut = "none";
    await vi.advanceTimersByTimeAsync(3_000);
    expect(store.snapshot().status).toBe("saved");
    expect([server.text(1), server.text(2)]).toEqual(["two", "other"]);
  });
  it("repeats an operation whose receipt got lost under its id: no conflict with itself", async () => {
    const server = new FakeServer();
    server.cut = "after";
    const store = open(server);
    await store.put(1, text("one"));
    await vi.advanceTimersByTimeAsync(800);
    await store.put(1, text("two"));
    server.cut = "none";
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.snapshot()).toMatchObject({ status: "saved" });
    expect(server.text()).toBe("two");
  });
  it("replays after a crash what the device kept", async () => {
    const server = new FakeServer();
    server.cut = "before";
    const storage = memoryStorage<SavingEntry<Words>>();
    await open(server, storage).put(1, text("kept"));
    server.cut = "none";
    const reloaded = open(server, storage);
    const restoring = reloaded.restore();
    await vi.advanceTimersByTimeAsync(500);
    await restoring;
    expect(server.text()).toBe("kept");
    expect(await storage.load("a")).toEqual([]);
  });
  it("sends a last copy from a page that goes, and is not confused when it comes back", async () => {
    const server = new FakeServer();
    const store = open(server);
    await store.put(1, text("going"));
    store.leave();
    expect(server.text()).toBe("going");
    await store.put(1, text("back again"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.text()).toBe("back again");
    expect(store.snapshot().status).toBe("saved");
  });
  it("shows both answers when another device was faster, and sends the one that is chosen", async () => {
    const server = new FakeServer();
    const phone = open(server);
    const laptop = open(server);
    await phone.put(1, text("phone"));
    await vi.advanceTimersByTimeAsync(1_000);
    await laptop.put(1, text("laptop"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.text()).toBe("phone");
    expect(laptop.snapshot().values.get(1)).toMatchObject({ value: text("laptop"), server: text("phone"), status: "conflict" });
    await laptop.put(1, text("laptop, longer"));
    await laptop.settle(1, "mine");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.text()).toBe("laptop, longer");
    expect(laptop.snapshot().status).toBe("saved");
  });

  it("never blanks what another device wrote, and does not ask about it", async () => {
    const server = new FakeServer();
    const phone = open(server);
    const laptop = open(server);
    await phone.put(1, text("phone"));
    await vi.advanceTimersByTimeAsync(1_000);
    await laptop.put(1, text(""));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.text()).toBe("phone");
    expect(laptop.snapshot().values.get(1)).toMatchObject({ value: text("phone"), status: "saved" });
  });

  it("sends its own words again where the other device only set a flag", async () => {
    const server = new FakeServer();
    const phone = open(server);
    const laptop = open(server);
    await phone.put(1, null, true);
    await vi.advanceTimersByTimeAsync(1_000);
    await laptop.put(1, text("laptop"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(server.text()).toBe("laptop");
    expect(laptop.snapshot().status).toBe("saved");
  });

  it("keeps two tabs in step", async () => {
    const server = new FakeServer();
    const storage = memoryStorage<SavingEntry<Words>>();
    const [left, right] = [open(server, storage), open(server, storage)];
    const [a, b] = pairOfChannels();
    left.connect(a);
    right.connect(b);
    await left.put(1, text("left"));
    expect(right.snapshot().values.get(1)?.value).toEqual(text("left"));
    await vi.advanceTimersByTimeAsync(1_000);
    await right.put(1, text("left, right"));
    await vi.advanceTimersByTimeAsync(300);
    await left.put(1, text("left, right, left"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(server.text()).toBe("left, right, left");
    expect([left.snapshot().status, right.snapshot().status]).toEqual(["saved", "saved"]);
  });

  it("learns what another tab typed, and the server took, before this one came to life", async () => {
    const server = new FakeServer();
    const [left, right] = [open(server), open(server)];
    const [a, b] = pairOfChannels();
    left.connect(a);
    await left.put(1, text("before you listened"));
    await vi.advanceTimersByTimeAsync(1_000);
    right.connect(b);
    expect(right.snapshot().values.get(1)?.value).toEqual(text("before you listened"));
    await right.put(1, text("before you listened, and after"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.text()).toBe("before you listened, and after");
    expect(right.snapshot().status).toBe("saved");
  });

  it("says when time is up, shows what counts, and takes no more", async () => {
    const server = new FakeServer();
    server.closed = true;
    const store = open(server);
    await store.put(1, text("late"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.snapshot()).toMatchObject({ closed: true, status: "saved" });
    expect(store.snapshot().values.get(1)?.value).toBeNull();
  });

  it("keeps answers and says so when the session has ended", async () => {
    const server = new FakeServer();
    server.refusal = { type: "signed-out" };
    const store = open(server);
    await store.put(1, text("kept"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.snapshot()).toMatchObject({ status: "offline", problem: "signed-out" });
    server.refusal = null;
    store.retry();
    await vi.advanceTimersByTimeAsync(200);
    expect(server.text()).toBe("kept");
  });

  it("says when the device keeps nothing", async () => {
    const store = open(new FakeServer(), { ...memoryStorage<SavingEntry<Words>>(), durable: true, save: () => Promise.reject(new Error("quota")) });
    await store.put(1, text("x"));
    expect(store.snapshot().onDevice).toBe(false);
  });

  it("ends with the last words on the server, whatever happens to the line and the page", async () => {
    type Step = { do: "type" } | { do: "cut"; cut: FakeServer["cut"] } | { do: "wait"; ms: number } | { do: "reload" } | { do: "leave" };
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 4, arbitrary: fc.constant<Step>({ do: "type" }) },
      fc.record({ do: fc.constant("cut" as const), cut: fc.constantFrom("before" as const, "after" as const, "none" as const) }),
      { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 4_000 }) }) },
      fc.constant<Step>({ do: "reload" }),
      fc.constant<Step>({ do: "leave" }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = new FakeServer();
        const storage = memoryStorage<SavingEntry<Words>>();
        let store = open(server, storage);
        let typed = 0;
        for (const next of steps) {
          if (next.do === "type") await store.put(1, text(`words ${(typed += 1)}`));
          if (next.do === "cut") server.cut = next.cut;
          if (next.do === "wait") await vi.advanceTimersByTimeAsync(next.ms);
          if (next.do === "leave") store.leave();
          if (next.do === "reload") {
            store.close();
            store = open(server, storage);
            void store.restore();
            await vi.advanceTimersByTimeAsync(0);
          }
        }
        server.cut = "none";
        store.retry();
        await vi.advanceTimersByTimeAsync(30_000);
        expect(server.text()).toBe(typed === 0 ? undefined : `words ${typed}`);
        expect(store.snapshot().status).toBe("saved");
        store.close();
      }),
      { numRuns: 300 },
    );
  });
});

function pairOfChannels(): [TabChannel, TabChannel] {
  const make = (): TabChannel => ({ postMessage: () => undefined, onmessage: null, close: () => undefined });
  const [a, b] = [make(), make()];
  a.postMessage = (data) => b.onmessage?.({ data: structuredClone(data) });
  b.postMessage = (data) => a.onmessage?.({ data: structuredClone(data) });
  return [a, b];
}
