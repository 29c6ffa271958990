import { expect, test } from "vitest";
import { excludesZero, shareDifference, shareInterval } from "./proportion";

test("the interval of a share is Wilson's: 81 of 263 in Newcombe's comparison of methods (1998)", () => {
  const { low, high } = shareInterval(81, 263, 0.95);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

test("nobody of somebody, everybody, and nobody at all", () => {
  expect(shareInterval(0, 20, 0.95)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
  expect(shareInterval(29, 29, 0.95)).toEqual({ low: expect.closeTo(0.883, 4), high: 1 });
  expect(shareInterval(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
});

test.each([
  // Newcombe (1998), Table II, method 10.
  [{ k: 56, n: 70 }, { k: 48, n: 80 }, 0.0524, 0.3339],
  [{ k: 9, n: 10 }, { k: 3, n: 10 }, 0.1705, 0.809],
  [{ k: 6, n: 7 }, { k: 2, n: 7 }, 0.0582, 0.8062],
  [{ k: 5, n: 56 }, { k: 0, n: 29 }, -0.0381, 0.1926],
  [{ k: 0, n: 10 }, { k: 0, n: 20 }, -0.1611, 0.2775],
  [{ k: 10, n: 10 }, { k: 0, n: 10 }, 0.6075, 1],
])("the difference of %o and %o is Newcombe's", (a, b, low, high) => {
  const difference = shareDifference(a, b, 0.95);
  expect(difference.low).toBeCloseTo(low, 4);
  expect(difference.high).toBeCloseTo(high, 4);
  expect(excludesZero(difference)).toBe(low > 0);
  const other = shareDifference(b, a, 0.95);
  expect([other.low, other.high]).toEqual([expect.closeTo(-difference.high, 12), expect.closeTo(-difference.low, 12)]);
});

test("without people there is no difference", () => {
  expect(excludesZero(shareDifference({ k: 3, n: 3 }, { k: 0, n: 0 }, 0.95))).toBe(false);
});
