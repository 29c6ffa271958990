import { describe, expect, test } from "vitest";
import { randomFrom, shuffle } from "~/platform/random";
import { normalQuantile, raterSeverity, type Ratings } from ".";

const SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

/** Scores of panels drawn by lot, by raters whose severities are known. */
function season(seed: string, options: { subjects: number; severities: readonly number[]; panel: number; noise: number }): Ratings {
  const random = randomFrom(seed);
  const draw = (): number => normalQuantile(random());
  return Array.from({ length: options.subjects }, () => {
    const ability = 1.5 + 0.6 * draw();
    const panel = new Set(shuffle(options.severities.map((_, rater) => rater), random).slice(0, options.panel));
    return options.severities.map((severity, rater) => (panel.has(rater) ? ability - severity + options.noise * draw() : null));
  });
}

describe("the severity of raters", () => {
  test("on a complete table is each judge's distance from the mean, drawn in by one factor", () => {
    // Shrout and Fleiss (1979): column means 46/6, 15/6, 26/6, 40/6 about 127/24; SS of judges 3 × 2339/72, of error 15 × 367/360.
    const [judges, error, n, freedom] = [(3 * 2339) / 72, (15 * 367) / 360, 6, 18];
    let [above, below] = [0, 0];
    for (let at = 0; at < 200; at += 1) {
      const ratio = Math.tan((Math.PI / 2) * ((at + 0.5) / 200)) ** 2;
      const share = (1 + n * ratio) ** -1.5 * (error + judges / (1 + n * ratio)) ** (-freedom / 2) * 1e15;
      above += (share * n * ratio) / (1 + n * ratio);
      below += share;
    }
    const severity = raterSeverity(SHROUT_FLEISS)!;
    [46, 15, 26, 40].forEach((sum, judge) => expect(Math.abs(severity.raters[judge]!.mean - (above / below) * (127 / 24 - sum / 6))).toBeLessThan(1e-9));
    expect(above / below).toBeGreaterThan(0.9);
  });

  test("finds what was planted, and gives candidates of severe panels back what they lost", () => {
    const severities = [0.5, 0, -0.5, 0.2, -0.2, 0];
    const ratings = season("planted", { subjects: 400, severities, panel: 3, noise: 0.3 });
    const { raters, subjects } = raterSeverity(ratings)!;
    severities.forEach((planted, rater) => expect(raters[rater]!.mean).toBeCloseTo(planted, 0.9));
    ratings.forEach((row, at) => {
      const panel = severities.filter((_, rater) => row[rater] !== null);
      expect(subjects[at]!.fair!.mean - subjects[at]!.raw).toBeCloseTo(panel.reduce((sum, value) => sum + value, 0) / 3, 0.9);
    });
  });

  test.each([[0.4, 16, 3], [0.15, 16, 3], [0.4, 40, 6], [0, 30, 5]])("has intervals that cover: spread %d, %d candidates, %d examiners", (spread, subjects, raters) => {
    const random = randomFrom(`cover ${spread} ${raters}`);
    let [covered, all] = [0, 0];
    for (let run = 0; run < 150; run += 1) {
      const severities = Array.from({ length: raters }, () => spread * normalQuantile(random()));
      const middle = severities.reduce((sum, value) => sum + value, 0) / raters;
      raterSeverity(season(`run ${run} ${spread} ${raters}`, { subjects, severities, panel: 3, noise: 0.4 }))!.raters.forEach((estimate, rater) => {
        all += 1;
        const truth = severities[rater]! - middle;
        if (estimate !== null && estimate.low <= truth && truth <= estimate.high) covered += 1;
      });
    }
    // Without any spread everything is drawn in to the truth, and the intervals cover more often than they say.
    expect(covered / all).toBeGreaterThan(0.92);
    expect(covered / all).toBeLessThan(spread === 0 ? Infinity : 0.985);
  });

  test("is the same in whatever order subjects and raters stand", () => {
    const ratings = season("order", { subjects: 20, severities: [0.3, 0, -0.3, 0.1], panel: 3, noise: 0.4 });
    const columns = [2, 0, 3, 1];
    const turned = raterSeverity(shuffle(ratings, randomFrom("turn")).map((row) => columns.map((column) => row[column]!)))!;
    const straight = raterSeverity(ratings)!;
    columns.forEach((column, at) => expect(turned.raters[at]!.mean).toBeCloseTo(straight.raters[column]!.mean, 9));
  });

  test("of groups that never meet compares within each, and says which is which", () => {
    const ratings = [[3, 1, null, null, null], [2, 1, null, null, null], [null, null, 3, 2, null], [null, null, 2, 2, null], [3, 1, null, null, null], [null, null, null, null, 2]];
    const { raters, links, subjects } = raterSeverity(ratings)!;
    expect(links).toEqual([0, 0, 1, 1, 2]);
    expect(raters[4]).toBeNull();
    expect(raters[0]!.mean + raters[1]!.mean).toBeCloseTo(0, 9);
    expect(raters[2]!.mean + raters[3]!.mean).toBeCloseTo(0, 9);
    expect(subjects[5]).toEqual({ raw: 2, fair: null });
  });

  test("does not exist where raters never differ, or hardly meet", () => {
    expect(raterSeverity([[2, 2], [1, 1], [3, 3], [0, 0]])).toBeNull();
    expect(raterSeverity([[2, 1], [1, null]])).toBeNull();
    expect(raterSeverity([])).toBeNull();
  });
});
