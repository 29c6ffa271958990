import fc from "fast-check";
import { expect, it } from "vitest";
import { createActiveClock } from "./active-clock";
import { countedMs, LONGEST_BEAT_MS, SLACK_MS } from "./beat";
import { byteRange } from "~/platform/byte-range";
import { parseRanges, playedStretches, secondsOf } from "./watched";

it("no batch of beats counts more than passed, nor a beat more than it claims or a minute", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ activeMs: fc.integer({ min: -1000, max: 500_000 }) })), fc.integer({ min: -10_000, max: 4_000_000 }), (beats, since) => {
      const counted = countedMs(beats, since);
      expect(counted.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(Math.max(0, since) + SLACK_MS);
      counted.forEach((ms, at) => {
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(Math.min(LONGEST_BEAT_MS, Math.max(0, beats[at]?.activeMs ?? 0)));
      });
    }),
  );
});

it("honest beats count in full, also many at once after a time without network", () => {
  const beats = Array.from({ length: 20 }, () => ({ activeMs: 15_000 }));
  expect(countedMs(beats, 300_000)).toEqual(beats.map(({ activeMs }) => activeMs));
});

it("the clock stops a minute after the last sign of life and while the page is hidden", () => {
  const clock = createActiveClock(0, true);
  expect(clock.take(30_000)).toBe(30_000);
  expect(clock.take(200_000)).toBe(30_000);
  clock.touch(200_000);
  expect(clock.take(210_000)).toBe(10_000);
  clock.show(false, 215_000);
  clock.touch(300_000);
  expect(clock.take(300_000)).toBe(5_000);
  clock.show(true, 400_000);
  expect(clock.take(410_000)).toBe(10_000);
});

it("believes stretches that can have been played", () => {
  const seconds = new Map([["intro", 42]]);
  const one = (from: number, to: number, mediaId = "intro") => playedStretches([{ mediaId, from, to }], seconds);
  expect(one(0, 5)).toEqual([{ mediaId: "intro", from: 0, to: 5 }]);
  expect(one(40, 44)).toEqual([{ mediaId: "intro", from: 40, to: 42 }]);
  expect([...one(0, 42), ...one(5, 5), ...one(6, 2), ...one(43, 44), ...one(0, 5, "other"), ...one(NaN, 5)]).toEqual([]);
});

it("reads multiranges", () => {
  expect(parseRanges("{[0,5.5),[7,12)}")).toEqual([[0, 5.5], [7, 12]]);
  expect(parseRanges("{}")).toEqual([]);
  expect(secondsOf([[0, 5.5], [7, 12]])).toBe(10.5);
});

it.each([
  [null, "whole"],
  ["bytes=0-99", { from: 0, to: 99 }],
  ["bytes=900-", { from: 900, to: 999 }],
  ["bytes=-100", { from: 900, to: 999 }],
  ["bytes=0-5000", { from: 0, to: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["lines=1-2", "whole"],
  ["bytes=-", "whole"],
])("range %s of 1000 bytes", (header, expected) => {
  expect(byteRange(header, 1000)).toEqual(expected);
});
