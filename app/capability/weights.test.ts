import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { READY_AT } from "~/dashboards/ready";
import { COMPETENCIES, COMPETENCY_IDS } from "./competency";
import { difficultyOf } from "./difficulty";
import type { LedgerLine, SourceKind, View } from "./entry";
import { SOURCE_KINDS } from "./entry";
import { difficultyFactors, estimateOf, posteriorOf, weigh } from "./estimate";
import { fitPrior } from "./fit-prior";
import { rubricLines } from "./rubric-lines";
import { standingOf } from "./standing";
import { gapsBetween, seenBy } from "./views";
import { KINDS, MIDDLING, MIN_N, PRIOR, READY, VIEWS_IN_FIGURE } from "./weights";

const NOW = new Date("2026-06-01T00:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const line = (over: Partial<LedgerLine> = {}): LedgerLine => ({ entryId: "1", personId: "p", kind: "defense-criterion", sourceId: "s", view: "panel", occasion: "s", cohortId: null, observedAt: NOW, item: "i", competency: "close", share: 1, difficulty: null, ...over });
const sum = (lines: readonly LedgerLine[], views: readonly View[] = VIEWS_IN_FIGURE) => weigh(lines, { at: NOW, views }).reduce((total, one) => ({ up: total.up + one.up, down: total.down + one.down }), { up: 0, down: 0 });
const many = (count: number, over: Partial<LedgerLine>) => Array.from({ length: count }, (_, at) => line({ item: String(at), ...over }));

test("the competencies are those of the content", () => {
  const listed = parse(readFileSync("content/competencies.yaml", "utf8")) as { id: string; group: string }[];
  expect(Object.fromEntries(listed.map(({ id, group }) => [id, group]))).toEqual(COMPETENCIES);
  expect(listed.map(({ id }) => id)).toEqual(COMPETENCY_IDS);
});

test("dashboards count as ready whom a person's page calls ready", () => {
  expect(READY).toBe(READY_AT);
});

describe("weights", () => {
  test("more demanding evidence weighs more: field, defense, role-play, homework, sheet, quiz; quizzes fade first", () => {
    const order: SourceKind[] = ["field-application", "defense-criterion", "role-play-criterion", "homework-criterion", "group-sheet", "quiz-item"];
    expect(order.map((kind) => KINDS[kind].weight)).toEqual([2, 1.5, 0.75, 0.6, 0.5, 0.1]);
    expect(KINDS["quiz-item"].halfLifeDays).toBe(120);
    expect(KINDS["field-application"].halfLifeDays).toBe(180);
    for (const kind of SOURCE_KINDS) expect(KINDS[kind].halfLifeDays).toBeGreaterThanOrEqual(120);
  });

  test("lines of one occasion share its cap; of two occasions each has its own", () => {
    expect(sum(many(40, { kind: "quiz-item", view: "exam" })).up).toBeCloseTo(0.5);
    expect(sum([...many(40, { kind: "quiz-item", view: "exam" }), ...many(40, { kind: "quiz-item", view: "exam", occasion: "another" })]).up).toBeCloseTo(1);
    expect(sum(many(2, { kind: "quiz-item", view: "exam" })).up).toBeCloseTo(0.2);
  });

  test("after a half-life half is left; what was seen in the future is of today", () => {
    expect(sum([line({ observedAt: ago(180) })]).up).toBeCloseTo(0.75);
    expect(sum([line({ kind: "quiz-item", view: "exam", observedAt: ago(240) })]).up).toBeCloseTo(0.025);
    expect(sum([line({ observedAt: ago(-5) })]).up).toBeCloseTo(1.5);
  });

  test("one's own word is no part of the figure, and all of one's own view", () => {
    const self = line({ kind: "self-rating", view: "self", share: 0.75 });
    expect(sum([self])).toEqual({ up: 0, down: 0 });
    expect(seenBy([self], NOW)).toMatchObject([{ view: "self", posterior: { alpha: 4, beta: 2, n: 4 } }]);
  });
});

describe("difficulty", () => {
  test("a right answer on a hard question and a wrong one on an easy question say more; middling ones are left alone", () => {
    expect(difficultyFactors(0.6).shown).toBeGreaterThan(1);
    expect(difficultyFactors(0.6).missed).toBeLessThan(1);
    expect(difficultyFactors(0.1).missed).toBeGreaterThan(1);
    expect(difficultyFactors(MIDDLING)).toEqual({ shown: 1, missed: 1 });
    expect(difficultyFactors(null)).toEqual({ shown: 1, missed: 1 });
    // A question that all pass or all fail is bounded.
    expect(difficultyFactors(0).shown).toBeGreaterThan(0);
    expect(difficultyFactors(1).missed).toBeGreaterThan(0);
  });

  test("whoever fails each question as often as everybody stands at the same place, whatever paper they had", () => {
    for (const difficulty of [0.1, 0.3, 0.5, 0.7]) {
      const { shown, missed } = difficultyFactors(difficulty);
      const [up, down] = [(1 - difficulty) * shown, difficulty * missed];
      expect(up / (up + down)).toBeCloseTo(1 - MIDDLING);
    }
  });

  test("leans on the author's word until people have answered", () => {
    expect(difficultyOf(1)).toBeCloseTo(0.2);
    expect(difficultyOf(1, { answers: 10, failed: 8 })).toBeCloseTo(0.5);
    expect(difficultyOf(3, { answers: 990, failed: 99 })).toBeCloseTo(0.1035);
  });
});

describe("an estimate", () => {
  test("is the prior with the lines added up, and no number below the minimum", () => {
    const weighed = weigh(many(2, { share: 0.5 }), { at: NOW, views: VIEWS_IN_FIGURE });
    const posterior = posteriorOf({ mean: 0.6, strength: 3 }, weighed);
    expect(posterior).toEqual({ alpha: expect.closeTo(3.3), beta: expect.closeTo(2.7), n: 3, rows: 2 });
    expect(estimateOf(posterior)).toMatchObject({ kind: "estimate", mean: expect.closeTo(0.55), n: 3 });
    expect(estimateOf({ ...posterior, n: MIN_N - 1e-9 })).toMatchObject({ kind: "insufficient", needed: MIN_N });
  });

  test("stands for ready, not ready, or neither, by its whole interval", () => {
    const of = (mean: number, low: number, high: number) => standingOf({ kind: "estimate", mean, low, high, n: 5, rows: 5 });
    expect([of(0.8, 0.6, 0.9), of(0.4, 0.2, 0.59), of(0.7, 0.5, 0.9)]).toEqual(["ready", "not-ready", "unsure"]);
    expect(standingOf({ kind: "insufficient", n: 1, needed: 2, rows: 1 })).toBe("insufficient");
  });
});

describe("a prior", () => {
  test("is learnt from eight people on, within its bounds", () => {
    const alike = Array.from({ length: 8 }, () => ({ up: 3.5, n: 5 }));
    expect(fitPrior(alike.slice(1))).toBeNull();
    expect(fitPrior(alike)).toMatchObject({ people: 8, strength: PRIOR.strengthBounds.high, mean: expect.closeTo(0.69, 1) });
    const apart = Array.from({ length: 8 }, (_, at) => ({ up: at % 2 === 0 ? 0 : 5, n: 5 }));
    expect(fitPrior(apart)?.strength).toBe(PRIOR.strengthBounds.low);
    expect(fitPrior(Array.from({ length: 8 }, () => ({ up: 5, n: 5 })))?.mean).toBe(PRIOR.meanBounds.high);
    // A crumb of evidence each says nothing about how people differ.
    expect(fitPrior(Array.from({ length: 8 }, () => ({ up: 0.05, n: 0.1 })))?.strength).toBe(PRIOR.strength);
  });
});

describe("views", () => {
  const seen = (view: View, kind: SourceKind, share: number, count: number) => many(count, { view, kind, share, occasion: view });

  test("a gap is named only where the interval of the difference leaves out 0", () => {
    const far = seenBy([...seen("self", "self-rating", 1, 1), ...seen("panel", "defense-criterion", 0, 6)], NOW);
    expect(gapsBetween(far)).toMatchObject([{ higher: "self", lower: "panel" }]);
    expect(gapsBetween(far)[0]!.difference.low).toBeGreaterThan(0);
    const near = seenBy([...seen("self", "self-rating", 0.75, 1), ...seen("panel", "defense-criterion", 0.5, 6)], NOW);
    expect(gapsBetween(near)).toEqual([]);
    const thin = seenBy([...seen("self", "self-rating", 1, 1), ...seen("peer", "peer-rating", 0, 1)], NOW);
    expect(thin.map(({ estimate }) => estimate.kind)).toEqual(["estimate", "insufficient"]);
    expect(gapsBetween(thin)).toEqual([]);
  });
});

test("a mark by a rubric becomes a line per criterion, by how far up its levels it stands", () => {
  const text = { zh: "人", en: "People" };
  const rubric = { criteria: [{ id: "a", title: text, competencies: ["close"], levels: [{ points: 1 }, { points: 3 }, { points: 5 }] }, { id: "b", title: text, competencies: [], levels: [{ points: 0 }] }] };
  expect(rubricLines(rubric, { a: 3, b: 0, c: 1 })).toEqual([{ item: "a", competencies: ["close"], share: 0.5, label: text }]);
});
