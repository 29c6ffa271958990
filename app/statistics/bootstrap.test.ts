import { describe, expect, test } from "vitest";
import { randomFrom } from "~/platform/random";
import { accelerationOf } from "./bootstrap";
import { bootstrapInterval, normalCdf, normalQuantile, quantile } from ".";

const meanOf = (values: readonly number[]) => (weights: readonly number[]): number => values.reduce((sum, value, at) => sum + value * weights[at]!, 0) / weights.reduce((sum, weight) => sum + weight, 0);

describe("the bootstrap interval", () => {
  const values = [10, 27, 31, 40, 46, 50, 52, 104, 146];

  test("is the same for the same seed", () => {
    const interval = (seed: string) => bootstrapInterval(values.length, meanOf(values), { random: randomFrom(seed) });
    expect(interval("a")).toEqual(interval("a"));
    expect(interval("b")).not.toEqual(interval("a"));
  });

  test("leans to the long side of skewed data, unlike mean ± 2 standard errors", () => {
    // Survival of nine control mice: Efron and Tibshirani (1993), table 2.1; mean 56.22, standard error 14.14.
    const { low, high } = bootstrapInterval(values.length, meanOf(values), { random: randomFrom("mice"), replicates: 20_000 })!;
    expect(high - 56.22).toBeGreaterThan(56.22 - low);
    expect(low).toBeGreaterThan(28);
    expect(high).toBeLessThan(106);
  });

  // Efron and Tibshirani (1993), chapter 14: test A of 26 children, the variance (over n) as the figure; 90 % interval of 2,000 samples.
  const SPATIAL = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
  const varianceOf = (weights: readonly number[]): number => {
    const count = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = SPATIAL.reduce((sum, value, at) => sum + value * weights[at]!, 0) / count;
    return SPATIAL.reduce((sum, value, at) => sum + weights[at]! * (value - mean) ** 2, 0) / count;
  };

  test("has the published acceleration, .061, of the spatial test", () => {
    const without = SPATIAL.map((_value, out) => varianceOf(SPATIAL.map((_other, at) => (at === out ? 0 : 1))));
    const acceleration = accelerationOf(without);
    expect(varianceOf(SPATIAL.map(() => 1)).toFixed(1)).toBe("171.5");
    // Exactly, from sums of squares and cubes in fractions.
    expect(Math.abs(acceleration - 1467695507984832 / 41259765625 / (6 * (10706594088 / 5078125) ** 1.5))).toBeLessThan(1e-9);
    expect(acceleration.toFixed(3)).toBe("0.061");
  });

  test("is the published one of the spatial test, 115.8 to 259.6, as closely as its 2,000 samples say", () => {
    const { low, high } = bootstrapInterval(SPATIAL.length, varianceOf, { random: randomFrom("spatial"), replicates: 20_000, level: 0.9 })!;
    expect(Math.abs(low - 115.8)).toBeLessThan(4);
    expect(Math.abs(high - 259.6)).toBeLessThan(6);
  });

  test("is exact where every possible sample is drawn once", () => {
    // Four values, all 4⁴ samples: bias and acceleration by hand, the ends by SciPy's normal distribution and quantile.
    const values = [1, 2, 7, 20];
    const draws = Array.from({ length: 256 }, (_sample, number) => [0, 1, 2, 3].map((place) => Math.floor(number / 4 ** place) % 4)).flat();
    let at = 0;
    const interval = bootstrapInterval(4, meanOf(values), { random: () => (draws[at++]! + 0.5) / 4, replicates: 256 })!;
    expect(at).toBe(1024);
    expect(Math.abs(interval.low - 2.0822666199750737)).toBeLessThan(1e-9);
    expect(Math.abs(interval.high - 16.75)).toBeLessThan(1e-9);
  });

  test("covers the truth about as often as it says", () => {
    const random = randomFrom("coverage");
    let covered = 0;
    const runs = 400;
    for (let run = 0; run < runs; run += 1) {
      const sample = Array.from({ length: 25 }, () => normalQuantile(random()));
      const { low, high } = bootstrapInterval(sample.length, meanOf(sample), { random, replicates: 400 })!;
      if (low <= 0 && high >= 0) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.89);
    expect(covered / runs).toBeLessThan(0.98);
  });

  test("is not given where nothing varies, where there is too little, and where the figure often does not exist", () => {
    const options = { random: randomFrom("none") };
    expect(bootstrapInterval(5, meanOf([2, 2, 2, 2, 2]), options)).toBeNull();
    expect(bootstrapInterval(2, meanOf([1, 2]), options)).toBeNull();
    expect(bootstrapInterval(5, (weights) => (weights[0] === 0 ? null : meanOf([1, 2, 3, 4, 5])(weights)), options)).toBeNull();
    expect(bootstrapInterval(5, () => null, options)).toBeNull();
  });
});

describe("the normal distribution", () => {
  // Wichura (1988) gives these three values for checking PPND16.
  test.each([[0.25, -0.6744897501960817], [0.001, -3.090232306167814], [1e-20, -9.262340089798408]])("has its %d quantile where AS 241 says", (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14);
  });

  test("there and back", () => {
    for (let p = 0.001; p < 1; p += 0.007) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect([normalCdf(-40), normalCdf(40), normalQuantile(0), normalQuantile(1)]).toEqual([0, 1, -Infinity, Infinity]);
  });
});

test("quantiles are those of Hyndman and Fan's definition 7", () => {
  const values = [15, 20, 35, 40, 50];
  expect([0, 0.05, 0.25, 0.4, 0.5, 1].map((p) => quantile(values, p))).toEqual([15, 16, 20, 29, 35, 50]);
  expect(quantile([7], 0.3)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});
