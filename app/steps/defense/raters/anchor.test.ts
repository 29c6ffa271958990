import { describe, expect, test } from "vitest";
import { type AnchorResult, againFrom, CALIBRATION, calibrationOf, compareWithConsensus, type Comparison } from "./anchor";

const text = (zh: string) => ({ zh, en: zh });
const levels = (...points: number[]) => points.map((value) => ({ points: value, text: text(String(value)) }));
const criterion = (id: string, ...points: number[]) => ({ id, title: text(id), competencies: ["build-trust"], levels: levels(...points) });
const RUBRIC = { criteria: [criterion("people", 0, 1, 2, 3), criterion("grounds", 0, 1, 2, 3), criterion("plan", 0, 5, 10)] };
const NOW = new Date("2026-06-01T00:00:00Z");
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

describe("the comparison with agreed scores", () => {
  test("counts in steps of levels, whatever points they carry", () => {
    const consensus = [{ criterion: "people", points: 2 }, { criterion: "grounds", points: 0 }, { criterion: "plan", points: 10 }];
    expect(compareWithConsensus(RUBRIC, consensus, { people: 2, grounds: 2, plan: 5 })).toEqual({
      rows: [
        { criterion: "people", given: 2, agreed: 2 },
        { criterion: "grounds", given: 2, agreed: 0 },
        { criterion: "plan", given: 1, agreed: 2 },
      ],
      exact: 1 / 3,
      within: 2 / 3,
      shift: 1 / 3,
    });
  });

  test("passes over what one side lacks, and is nothing when nothing is left", () => {
    expect(compareWithConsensus(RUBRIC, [{ criterion: "people", points: 3 }], { people: 3, plan: 5 })?.rows).toHaveLength(1);
    expect(compareWithConsensus(RUBRIC, [], { people: 3 })).toBeNull();
    expect(compareWithConsensus(RUBRIC, [{ criterion: "people", points: 3 }], { people: 7 })).toBeNull();
  });
});

describe("calibration", () => {
  /** Differences from the agreed level 1, criterion by criterion. */
  const result = (anchorKey: string, days: number, ...differences: number[]): AnchorResult => {
    const comparison: Comparison = { rows: differences.map((by, at) => ({ criterion: String(at), given: 1 + by, agreed: 1 })), exact: 0, within: 0, shift: 0 };
    return { anchorKey, ratedAt: daysAgo(days), comparison };
  };

  test("is open until enough anchors are scored in time", () => {
    expect(calibrationOf([], NOW)).toEqual({ state: "open", anchors: 0, needed: 2 });
    expect(calibrationOf([result("a", 1, 0, 0), result("a", 70, 0, 0)], NOW)).toMatchObject({ state: "open", anchors: 1 });
    expect(calibrationOf([result("a", 1, 0, 0), result("b", CALIBRATION.validDays + 1, 0, 0)], NOW)).toMatchObject({ state: "open", anchors: 1 });
    expect(calibrationOf([result("a", 1, 0, 0), result("b", -1, 0, 0)], NOW)).toMatchObject({ state: "open", anchors: 1 });
  });

  test("is there with six of ten exact, nine of ten within a level, and no lean beyond four tenths", () => {
    const good = [result("a", 3, 0, 0, 0, 1, -1), result("b", 2, 0, 0, 0, 1, 1)];
    expect(calibrationOf(good, NOW)).toMatchObject({ state: "calibrated", anchors: 2, judgements: 10, exact: 0.6, within: 1 });
    expect(calibrationOf([result("a", 3, 0, 0, 0, 1, -1), result("b", 2, 0, 0, 1, -1, -1)], NOW)).toMatchObject({ state: "apart", exact: 0.5 });
    expect(calibrationOf([result("a", 3, 0, 0, 0, 0, -2), result("b", 2, 0, 0, 0, 0, 2)], NOW)).toMatchObject({ state: "apart", exact: 0.8, within: 0.8 });
    expect(calibrationOf([result("a", 3, 0, 0, 0, 0, 1, 1), result("b", 2, 0, 0, 0, 2, 1, 0)], NOW)).toMatchObject({ state: "apart", shift: 5 / 12 });
  });

  test("goes by the latest score of each anchor, and holds until the one that made it enough runs out", () => {
    const standing = calibrationOf([result("a", 100, 2, 2), result("a", 10, 0, 0), result("b", 40, 0, 0), result("c", 90, 0, 0)], NOW);
    expect(standing).toMatchObject({ state: "calibrated", anchors: 3, judgements: 6, shift: 0, until: new Date(daysAgo(40).getTime() + CALIBRATION.validDays * 86_400_000) });
  });

  test("an anchor may be scored again when the scores are forgotten", () => {
    expect(againFrom(daysAgo(60))).toEqual(NOW);
  });
});
