import { describe, expect, test } from "vitest";
import { type Cluster, didInterval, placeboDid, staggeredDid } from "./did";
import { seededNormal } from "./testing";

const times = (n: number) => Array.from({ length: n }, (_, at) => at);

describe("staggered difference-in-differences", () => {
  /*
   * Worked by hand. Two teams begin in period 1 (A, B), one in period 2 (C), two never (D, E). Base: the period before.
   *   ATT(1,1): A, B change by 4 and 2 → 3; not yet begun C, D, E change by 1, 0, 2 → 1; 3 − 1 = 2.
   *   ATT(1,2): A, B change by 8 and 4 → 6; not yet begun D, E change by 1, 3 → 2; 6 − 2 = 4.
   *   ATT(2,2): C changes from period 1 by 5; D, E by 1, 1 → 1; 5 − 1 = 4.
   * Weighted by treated teams: (2·2 + 2·4 + 1·4) ÷ 5 = 3.2.
   */
  const worked: Cluster[] = [
    { start: 1, y: [10, 14, 18] },
    { start: 1, y: [20, 22, 24] },
    { start: 2, y: [5, 6, 11] },
    { start: null, y: [7, 7, 8] },
    { start: null, y: [9, 11, 12] },
  ];

  test("comes to the worked example", () => {
    const did = staggeredDid(worked)!;
    expect(did.groupTimes).toEqual([
      { group: 1, period: 1, effect: expect.closeTo(2, 12), treated: 2, controls: 3 },
      { group: 1, period: 2, effect: expect.closeTo(4, 12), treated: 2, controls: 2 },
      { group: 2, period: 2, effect: expect.closeTo(4, 12), treated: 1, controls: 2 },
    ]);
    expect(did.effect).toBeCloseTo(3.2, 12);
    expect([did.treated, did.controls]).toEqual([3, 3]);
  });

  test("with two periods and two groups it is the difference of mean changes, and its jackknife that of two means", () => {
    const did = staggeredDid([[1, 4], [2, 6], [3, 8], [2, 3], [4, 4], [1, 3], [5, 7]].map(([before, after], at) => ({ start: at < 3 ? 1 : null, y: [before!, after!] })))!;
    // Changes 3, 4, 5 against 1, 0, 2, 2. Unscaled jackknife variance of a difference of means over all clusters, then scaled to be right for equal variances.
    expect(did.effect).toBeCloseTo(4 - 1.25, 12);
    const [treated, controls] = [[3, 4, 5], [1, 0, 2, 2]];
    const spread = (changes: number[]) => changes.reduce((sum, change) => sum + (change - changes.reduce((a, b) => a + b, 0) / changes.length) ** 2, 0);
    const jackknife = (6 / 7) * (spread(treated!) / 4 + spread(controls!) / 9);
    const expected = (6 / 7) * (2 / 4 + 3 / 9);
    expect(did.standardError ** 2).toBeCloseTo(jackknife * ((1 / 3 + 1 / 4) / expected), 12);
    // Satterthwaite for σ²-free quadratic forms a·χ²₂ + b·χ²₃ with a = 1/4, b = 1/9.
    expect(did.df).toBeCloseTo((2 / 4 + 3 / 9) ** 2 / (2 / 16 + 3 / 81), 10);
  });

  test("cares for no level of a team and no swing that all teams share, and scales with the outcome", () => {
    const shifted = worked.map(({ start, y }, at) => ({ start, y: y.map((value, period) => 10 * (value! + 100 * at + [0, 50, -30][period]!)) }));
    const [one, other] = [staggeredDid(worked)!, staggeredDid(shifted)!];
    expect(other.effect).toBeCloseTo(10 * one.effect, 8);
    expect(other.standardError).toBeCloseTo(10 * one.standardError, 8);
    expect(other.df).toBeCloseTo(one.df, 8);
  });

  test("weighs by cases, pools the base, and lives with months in which nothing happened", () => {
    const did = staggeredDid(
      [
        { start: 2, y: [1, 3, 10], n: [1, 3, 4] },
        { start: 2, y: [null, 2, null], n: [0, 5, 0] },
        { start: null, y: [0, 0, 1], n: [2, 2, 2] },
        { start: null, y: [4, null, 4], n: [4, 0, 4] },
        { start: 2, y: [0, 0, 4], n: [2, 2, 4] },
      ],
      { basePeriods: 2 },
    )!;
    // Treated: 10 − (1 + 9)/4 = 7.5 and 4, of equal precision → 5.75. Controls: 1 of precision 4/3·…: 4·2/6 = 4/3, and 0 of 4·4/8 = 2 → 0.4.
    expect(did.effect).toBeCloseTo(5.75 - 0.4, 12);
    expect(did.treated).toBe(2);
  });

  test("has no answer without a base, without controls, or when one team carries a side", () => {
    expect(staggeredDid([])).toBeNull();
    expect(staggeredDid([{ start: 0, y: [1, 2] }, { start: null, y: [1, 2] }])).toBeNull();
    expect(staggeredDid([{ start: 1, y: [1, 2] }, { start: 1, y: [1, 3] }])).toBeNull();
    expect(staggeredDid([{ start: 1, y: [1, 2] }, { start: null, y: [1, 3] }, { start: null, y: [1, 4] }])).toBeNull();
  });
});

/** Teams over months with levels of their own, months that swing for all, shocks that last, and counts of cases that differ. */
function simulated(seed: number, { starts, months, effect, drift = 0 }: { starts: readonly (number | null)[]; months: number; effect: number; drift?: number }): Cluster[] {
  const { normal, uniform } = seededNormal(seed);
  const swing = times(months).map(() => 0.05 * normal());
  return starts.map((start) => {
    const level = 0.35 + 0.1 * normal();
    const size = 2 + 18 * uniform();
    let shock = 0.05 * normal();
    const n = times(months).map(() => Math.max(1, Math.round(size * (0.5 + uniform()))));
    return {
      start,
      n,
      y: n.map((cases, month) => {
        shock = 0.6 * shock + 0.8 * 0.05 * normal();
        const p = level + swing[month]! + shock + (start === null ? 0 : drift * month) + (start !== null && month >= start ? effect : 0);
        return times(cases).filter(() => uniform() < Math.min(0.97, Math.max(0.03, p))).length / cases;
      }),
    };
  });
}

describe("simulated teams", () => {
  const starts = [8, 8, 8, 11, 11, 11, 14, 14, null, null, null, null];
  const runs = 800;

  test("a planted effect: the 90 % interval covers it in 87–93 % of the worlds", () => {
    const covered = times(runs).filter((seed) => {
      const { low, high } = didInterval(staggeredDid(simulated(seed, { starts, months: 18, effect: 0.1 }), { basePeriods: 6 })!, 0.9);
      return low <= 0.1 && 0.1 <= high;
    });
    expect(covered.length / runs).toBeGreaterThanOrEqual(0.87);
    expect(covered.length / runs).toBeLessThanOrEqual(0.93);
  }, 60_000);

  test("a drift that began before the training shows at the placebo date", () => {
    const found = times(100).filter((seed) => {
      const { low } = didInterval(placeboDid(simulated(seed, { starts: [...starts, ...starts], months: 18, effect: 0, drift: 0.03 }), 4, { basePeriods: 4 })!, 0.9);
      return low > 0;
    });
    expect(found.length).toBeGreaterThan(60);
  }, 60_000);
});
