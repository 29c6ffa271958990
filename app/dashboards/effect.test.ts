import { describe, expect, test } from "vitest";
import { seededNormal } from "~/statistics/testing";
import { answerOf, type EffectAnswer, type TeamMonths } from "./effect";

const MONTHS = 24;

interface World {
  starts: readonly (number | null)[];
  effect?: number;
  /** What a team that will begin gains each month anyhow. */
  drift?: number;
  /** Mean cases per team and month. */
  size?: number;
}

/** Win rates of teams as binomial shares of few deals, with levels, seasons and lasting shocks of their own. */
function world(seed: number, { starts, effect = 0, drift = 0, size = 8 }: World): TeamMonths[] {
  const { normal, uniform } = seededNormal(seed);
  const season = Array.from({ length: MONTHS }, () => 0.05 * normal());
  return starts.map((start, at) => {
    const level = 0.35 + 0.1 * normal();
    const own = size * (0.4 + 1.2 * uniform());
    let shock = 0.05 * normal();
    const cases = season.map(() => Math.round(own * (0.5 + uniform())));
    const values = cases.map((n, month) => {
      shock = 0.6 * shock + 0.04 * normal();
      const p = level + season[month]! + shock + (start === null ? 0 : drift * month + (month >= start ? effect : 0));
      let won = 0;
      for (let one = 0; one < n; one++) won += uniform() < Math.min(0.97, Math.max(0.03, p)) ? 1 : 0;
      return n === 0 ? null : won / n;
    });
    return { teamId: `team ${at}`, start, values, cases };
  });
}

const TWELVE = [10, 10, 10, 13, 13, 13, 16, 16, null, null, null, null];

describe("simulated companies", () => {
  const runs = 600;
  const answers = (what: World): EffectAnswer[] => Array.from({ length: runs }, (_, seed) => answerOf(world(seed, what)));

  test("without an effect at most one in twenty hears of one, and all are answered", () => {
    const none = answers({ starts: TWELVE });
    expect(none.filter(({ kind }) => kind === "estimate").length).toBe(runs);
    expect(none.filter((answer) => answer.kind === "estimate" && answer.verdict === "effect").length / runs).toBeLessThanOrEqual(0.05);
  }, 60_000);

  test("a planted effect: the interval shown covers it in 87–93 % of the worlds, and a large one is mostly found", () => {
    const planted = answers({ starts: TWELVE, effect: 0.15 });
    const covered = planted.filter((answer) => answer.kind === "estimate" && answer.low <= 0.15 && 0.15 <= answer.high);
    expect(covered.length / runs).toBeGreaterThanOrEqual(0.87);
    expect(covered.length / runs).toBeLessThanOrEqual(0.93);
    expect(planted.filter((answer) => answer.kind === "estimate" && answer.verdict === "effect").length / runs).toBeGreaterThan(0.5);
  }, 60_000);

  test("teams that were on their way up before anybody trained them are seldom taken for an effect", () => {
    const drifting = Array.from({ length: 100 }, (_, seed) => answerOf(world(seed, { starts: [...TWELVE, ...TWELVE], drift: 0.03, size: 20 })));
    const verdicts = drifting.map((answer) => (answer.kind === "estimate" ? answer.verdict : "cannot-tell"));
    expect(verdicts.filter((verdict) => verdict === "drifting").length).toBeGreaterThan(60);
  }, 60_000);
});

describe("it cannot be told yet", () => {
  test("with the teams of a small company, and what is missing is named", () => {
    const answer = answerOf(world(1, { starts: [20, 20, null, null, null, null] }));
    expect(answer).toMatchObject({ kind: "cannot-tell", begun: 2, controls: 4 });
    expect(answer.kind === "cannot-tell" && answer.missing).toContainEqual({ code: "begun", have: 2, need: 4 });
  });

  test("when everybody began at once", () => {
    const answer = answerOf(world(2, { starts: [12, 12, 12, 12, 12, 12, 12, 12] }));
    expect(answer.kind === "cannot-tell" && answer.missing).toContainEqual({ code: "controls", have: 0, need: 4 });
  });

  test("with few deals", () => {
    const answer = answerOf(world(3, { starts: TWELVE, size: 0.4 }));
    expect(answer.kind === "cannot-tell" && answer.missing.map(({ code }) => code)).toContain("cases-before");
  });

  test("when nothing ever varies: an interval of no width would be a claim", () => {
    const flat = TWELVE.map((start, at): TeamMonths => ({ teamId: String(at), start, values: Array.from({ length: MONTHS }, () => 1), cases: Array.from({ length: MONTHS }, () => 9) }));
    expect(answerOf(flat)).toMatchObject({ kind: "cannot-tell", missing: [{ code: "spread" }] });
  });

  test("without anything at all", () => {
    expect(answerOf([])).toMatchObject({ kind: "cannot-tell", begun: 0, controls: 0, casesBefore: 0, casesAfter: 0 });
  });
});

test("the months around the start compare with teams that had not begun in the same calendar months", () => {
  const months = Array.from({ length: MONTHS }, (_, month) => month);
  const answer = answerOf([
    { teamId: "a", start: 10, values: months.map((month) => (month < 10 ? 1 : 5)), cases: months.map(() => 2) },
    { teamId: "b", start: 13, values: months.map((month) => (month < 13 ? 2 : 9)), cases: months.map(() => 1) },
    { teamId: "c", start: null, values: months, cases: months.map(() => 3) },
  ]);
  const at = (month: number) => answer.months.find((one) => one.month === month);
  expect(at(-1)).toEqual({ month: -1, begun: (1 * 2 + 2) / 3, notYet: (2 * 1 + 9 * 3 + 12 * 3) / 7 });
  // Two months on b has not begun in a's months (12), a has begun in b's (15).
  expect(at(2)).toEqual({ month: 2, begun: (5 * 2 + 9) / 3, notYet: (2 * 1 + 12 * 3 + 15 * 3) / 7 });
});
