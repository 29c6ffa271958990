import { expect, test } from "vitest";
import { countsAt, heatOf, packCounts } from "./heat";

test("a cell is hatched, and never red, where more than half are unknown", () => {
  expect(heatOf({ people: 10, ready: 1, notReady: 3, unsure: 2 })).toEqual({ tone: "unknown", share: 0.1 });
  expect(heatOf({ people: 10, ready: 3, notReady: 1, unsure: 0 })).toEqual({ tone: "some", share: 0.3 });
  expect(heatOf({ people: 10, ready: 1, notReady: 4, unsure: 5 })).toEqual({ tone: "low", share: 0.1 });
  expect([3, 5, 8].map((ready) => heatOf({ people: 10, ready, notReady: 10 - ready, unsure: 0 }).tone)).toEqual(["middle", "good", "high"]);
  expect(heatOf({ people: 0, ready: 0, notReady: 0, unsure: 0 })).toEqual({ tone: "unknown", share: null });
});

test("what is packed comes out again, each in its place", () => {
  const cells = [{ ready: 4, notReady: 2, unsure: 1 }, { ready: 0, notReady: 7, unsure: 0 }].map((counts) => ({ counts: { people: 9, ...counts } }));
  const packed = packCounts(cells);
  expect(packed).toHaveLength(6);
  expect(cells.map((_, at) => countsAt(packed, at, 9))).toEqual(cells.map(({ counts }) => counts));
});
