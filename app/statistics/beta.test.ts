import { describe, expect, test } from "vitest";
import { randomFrom } from "~/platform/random";
import { betaDifference, betaInterval } from "./beta";

describe("betaInterval", () => {
  test("is equal-tailed; known cases", () => {
    // Beta(1, 1) is uniform; Beta(2, 1) has the distribution x².
    expect(betaInterval(1, 1, 0.8)).toEqual({ low: expect.closeTo(0.1, 9), high: expect.closeTo(0.9, 9) });
    expect(betaInterval(2, 1, 0.8)).toEqual({ low: expect.closeTo(Math.sqrt(0.1), 9), high: expect.closeTo(Math.sqrt(0.9), 9) });
    // R: qbeta(c(.1, .9), 4, 2.5)
    const { low, high } = betaInterval(4, 2.5, 0.8);
    const mirrored = betaInterval(2.5, 4, 0.8);
    expect(low).toBeCloseTo(1 - mirrored.high, 9);
    expect(high).toBeCloseTo(1 - mirrored.low, 9);
  });
});

describe("betaDifference", () => {
  test("of two alike is even around 0; the same two always give the same", () => {
    const same = betaDifference({ alpha: 3, beta: 2 }, { alpha: 3, beta: 2 }, 0.95);
    expect(same.mean).toBe(0);
    expect(same.low).toBeCloseTo(-same.high, 9);
    expect(betaDifference({ alpha: 3, beta: 2 }, { alpha: 3, beta: 2 }, 0.95)).toEqual(same);
  });

  test("of two uniform ones is the triangle: 95 % from −(1 − √0.05) to 1 − √0.05", () => {
    const { low, high } = betaDifference({ alpha: 1, beta: 1 }, { alpha: 1, beta: 1 }, 0.95);
    expect(high).toBeCloseTo(1 - Math.sqrt(0.05), 2);
    expect(low).toBeCloseTo(-(1 - Math.sqrt(0.05)), 2);
  });

  test("agrees with drawing from both", () => {
    // Beta(a, b) of whole numbers is the a-th smallest of a + b − 1 uniform draws.
    const random = randomFrom("order statistics");
    const draw = (a: number, b: number) => Array.from({ length: a + b - 1 }, random).sort((x, y) => x - y)[a - 1]!;
    const drawn = Array.from({ length: 40_000 }, () => draw(7, 3) - draw(4, 5)).sort((x, y) => x - y);
    const { low, high, mean } = betaDifference({ alpha: 7, beta: 3 }, { alpha: 4, beta: 5 }, 0.95);
    expect(low).toBeCloseTo(drawn[1000]!, 1.7);
    expect(high).toBeCloseTo(drawn[39_000]!, 1.7);
    expect(mean).toBeCloseTo(0.7 - 4 / 9, 12);
  });
});
