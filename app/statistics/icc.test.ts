import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom, shuffle } from "~/platform/random";
import { iccAgreement, normalQuantile, type Ratings } from ".";

// P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86 (1979), table 2: four judges rate six targets. McGraw and Wong (1996)
// call the same coefficients ICC(A,1) and ICC(A,4).
const SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

describe("ICC for absolute agreement", () => {
  test("is that of Shrout and Fleiss: .29 for one judge, .62 for the mean of four", () => {
    // Exactly, from the sums of the table: BMS = 1349/120, JMS = 2339/72, EMS = 367/360.
    const [bms, jms, ems] = [1349 / 120, 2339 / 72, 367 / 360];
    const icc = iccAgreement(SHROUT_FLEISS)!;
    expect(Math.abs(icc.single - (bms - ems) / (bms + 3 * ems + (4 * (jms - ems)) / 6))).toBeLessThan(1e-9);
    expect(Math.abs(icc.average - (bms - ems) / (bms + (jms - ems) / 6))).toBeLessThan(1e-9);
    expect(Math.abs(icc.single - 184 / 635)).toBeLessThan(1e-9);
    expect(Math.abs(icc.average - 736 / 1187)).toBeLessThan(1e-9);
    expect([icc.single.toFixed(2), icc.average.toFixed(2), icc.k]).toEqual(["0.29", "0.62", 4]);
  });

  test("is the same in whatever order subjects and raters stand, with gaps too", () => {
    const gappy = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 15 });
    fc.assert(
      fc.property(gappy, fc.string(), (ratings, seed) => {
        const random = randomFrom(seed);
        const columns = shuffle([0, 1, 2, 3], random);
        const one = iccAgreement(ratings);
        const other = iccAgreement(shuffle(ratings, random).map((row) => columns.map((column) => row[column]!)));
        // Close to where it stops to exist, rounding may decide whether it does.
        if (one === null || other === null || Math.abs(one.single) > 1e3) return;
        expect(other.single).toBeCloseTo(one.single, 6);
        expect(other.average).toBeCloseTo(one.average, 6);
      }),
    );
  });

  test("counts a subject of weight two as two subjects", () => {
    const weights = [2, 1, 0, 1, 3, 1];
    const drawn = SHROUT_FLEISS.flatMap((row, at) => new Array<number[]>(weights[at]!).fill(row));
    expect(iccAgreement(SHROUT_FLEISS, weights)!.single).toBeCloseTo(iccAgreement(drawn)!.single, 9);
  });

  test("is 1 when all agree, lower when one is merely stricter", () => {
    expect(iccAgreement([[1, 1, 1], [2, 2, 2], [3, 3, 3]])).toMatchObject({ single: 1, average: 1 });
    expect(iccAgreement([[1, 1, 0], [2, 2, 1], [3, 3, 2]])!.single).toBeCloseTo(0.75, 9);
  });

  test("finds the share that was planted, with panels of three out of nine", () => {
    const random = randomFrom("planted");
    const draw = (spread: number): number => spread * normalQuantile(random());
    const severities = Array.from({ length: 9 }, () => draw(0.5));
    const estimates = Array.from({ length: 40 }, () => {
      const ratings: Ratings = Array.from({ length: 120 }, () => {
        const ability = draw(1);
        const panel = new Set(shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8], random).slice(0, 3));
        return severities.map((severity, rater) => (panel.has(rater) ? ability - severity + draw(0.6) : null));
      });
      return iccAgreement(ratings)!;
    });
    const spread = severities.reduce((sum, value) => sum + (value - severities.reduce((all, one) => all + one, 0) / 9) ** 2, 0) / 8;
    const mean = (of: (icc: { single: number; average: number }) => number): number => estimates.reduce((sum, icc) => sum + of(icc), 0) / estimates.length;
    expect(mean(({ single }) => single)).toBeCloseTo(1 / (1 + spread + 0.36), 1);
    expect(mean(({ average }) => average)).toBeCloseTo(1 / (1 + (spread + 0.36) / 3), 1);
    expect(estimates[0]!.k).toBeCloseTo(3, 9);
  });

  test("near 0 when raters throw dice", () => {
    const random = randomFrom("dice");
    expect(Math.abs(iccAgreement(Array.from({ length: 2000 }, () => [random(), random(), random()]))!.single)).toBeLessThan(0.05);
  });

  test("does not exist for too little", () => {
    expect(iccAgreement([])).toBeNull();
    expect(iccAgreement([[1, 2]])).toBeNull();
    expect(iccAgreement([[1, null], [2, null], [null, 3]])).toBeNull();
    expect(iccAgreement([[2, 2], [2, 2], [2, 2]])).toBeNull();
  });
});
