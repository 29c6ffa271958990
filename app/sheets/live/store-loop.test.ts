import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StoreLoop } from "./store-loop";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("stores soon after the last change, and not long after the first however long somebody types", async () => {
  const store = vi.fn((taken: () => void) => Promise.resolve(taken()));
  const loop = new StoreLoop(store);
  loop.note();
  await vi.advanceTimersByTimeAsync(299);
  expect(store).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(store).toHaveBeenCalledTimes(1);
  expect(loop.isBehind).toBe(false);
  for (let typed = 0; typed < 12; typed++) {
    loop.note();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(store.mock.calls.length).toBeGreaterThanOrEqual(2);
});

test("is at it once at a time; what came meanwhile is stored next", async () => {
  const ends: (() => void)[] = [];
  const loop = new StoreLoop((taken) => (taken(), new Promise((resolve) => ends.push(resolve))));
  loop.note();
  const first = loop.store();
  loop.note();
  expect(loop.store()).toBe(first);
  ends[0]!();
  await first;
  expect([ends.length, loop.isBehind]).toEqual([1, true]);
  await vi.advanceTimersByTimeAsync(300);
  expect(ends).toHaveLength(2);
  ends[1]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(loop.isBehind).toBe(false);
});

test("tries again when it could not, and flushing says so", async () => {
  let works = false;
  const loop = new StoreLoop((taken) => (taken(), works ? Promise.resolve() : Promise.reject(new Error("away"))));
  loop.note();
  await expect(loop.flush()).rejects.toThrow("away");
  expect(loop.isBehind).toBe(true);
  works = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(loop.isBehind).toBe(false);
  loop.note();
  loop.forget();
  loop.close();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(loop.isBehind).toBe(false);
});
