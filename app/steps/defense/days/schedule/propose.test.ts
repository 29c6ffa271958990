import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "~/platform/random";
import { propose } from "./propose";
import { conflictsIn, costOf, isFlag, type Problem } from "./schedule";
import { bestCost, type DayParameters, drawDay } from "./testing";

const anyDay: fc.Arbitrary<DayParameters> = fc.record({
  times: fc.integer({ min: 0, max: 10 }),
  places: fc.integer({ min: 0, max: 4 }),
  examiners: fc.integer({ min: 0, max: 9 }),
  candidates: fc.integer({ min: 0, max: 14 }),
  panelSize: fc.integer({ min: 2, max: 4 }),
  longestRun: fc.integer({ min: 1, max: 4 }),
  away: fc.double({ min: 0, max: 0.8, noNaN: true }),
  chapters: fc.integer({ min: 1, max: 3 }),
  specialists: fc.double({ min: 0, max: 1, noNaN: true }),
  managed: fc.double({ min: 0, max: 1, noNaN: true }),
});

const smallDay: fc.Arbitrary<DayParameters> = fc.record({
  times: fc.constantFrom(2, 3),
  places: fc.constantFrom(1, 2),
  examiners: fc.constantFrom(3, 4),
  candidates: fc.constantFrom(2, 3),
  panelSize: fc.constant(2),
  longestRun: fc.constantFrom(1, 2),
  away: fc.double({ min: 0, max: 0.5, noNaN: true }),
  chapters: fc.constantFrom(1, 2),
  specialists: fc.double({ min: 0, max: 0.5, noNaN: true }),
  managed: fc.double({ min: 0, max: 0.6, noNaN: true }),
});

const hard = (problem: Problem, placements: Parameters<typeof conflictsIn>[1]) => conflictsIn(problem, placements).filter((conflict) => !isFlag(conflict));

describe("a proposal", () => {
  test("keeps every rule, and names a reason for everybody who has no slot", () => {
    fc.assert(
      fc.property(anyDay, fc.integer(), (day, seed) => {
        const random = randomFrom(`day ${seed}`);
        const problem = drawDay(random, day);
        const { placements, unplaced } = propose(problem, random);
        expect(hard(problem, placements)).toEqual([]);
        expect([...placements, ...unplaced].map(({ candidate }) => candidate).sort((a, b) => a - b)).toEqual([...problem.candidates.keys()]);
      }),
      { numRuns: 40 },
    );
  });

  test("is as good as the best of all on small days", () => {
    const gaps: number[] = [];
    fc.assert(
      fc.property(smallDay, fc.integer(), (day, seed) => {
        const random = randomFrom(`small ${seed}`);
        const problem = drawDay(random, day);
        const found = costOf(problem, propose(problem, random).placements);
        const best = bestCost(problem, found);
        expect(best).toBeLessThanOrEqual(found);
        // Who is placed, and whose manager sits, is never worse; comfort stays within five in a hundred.
        expect(Math.floor(found / 1e6)).toBe(Math.floor(best / 1e6));
        expect(found % 1e6).toBeLessThanOrEqual((best % 1e6) * 1.05);
        gaps.push(found - best);
      }),
      { numRuns: 30 },
    );
    expect(gaps.filter((gap) => gap === 0).length / gaps.length).toBeGreaterThanOrEqual(0.9);
  });

  test("is the same for the same day and seed", () => {
    const problem = drawDay(randomFrom("twice"), { times: 8, places: 2, examiners: 7, candidates: 12, panelSize: 3, longestRun: 3, away: 0.2, chapters: 2, specialists: 0.3, managed: 0.3 });
    expect(propose(problem, randomFrom("seed"))).toEqual(propose(problem, randomFrom("seed")));
  });

  test("spreads the work over everybody who is there", () => {
    const problem = drawDay(randomFrom("even"), { times: 14, places: 3, examiners: 12, candidates: 36, panelSize: 3, longestRun: 4, away: 0, chapters: 1, specialists: 0, managed: 0.2 });
    const { placements } = propose(problem, randomFrom("seed"));
    expect(placements).toHaveLength(36);
    expect(conflictsIn(problem, placements)).toEqual([]);
    for (const seat of problem.examiners.keys()) {
      expect(Math.abs(placements.filter(({ panel }) => panel.includes(seat)).length - 9)).toBeLessThanOrEqual(1);
    }
    const chairs = problem.examiners.flatMap(({ mayChair }, seat) => (mayChair ? [placements.filter(({ chair }) => chair === seat).length] : []));
    expect(Math.max(...chairs) - Math.min(...chairs)).toBeLessThanOrEqual(2);
  });

  test("leaves what a person fixed in its time and place", () => {
    const problem = drawDay(randomFrom("fixed"), { times: 6, places: 2, examiners: 8, candidates: 10, panelSize: 3, longestRun: 4, away: 0, chapters: 1, specialists: 0, managed: 0 });
    const chair = problem.examiners.findIndex(({ mayChair }) => mayChair);
    const panel = [chair, ...[...problem.examiners.keys()].filter((seat) => seat !== chair).slice(0, 2)];
    const { placements } = propose(problem, randomFrom("seed"), [{ candidate: 4, time: 5, place: 1, panel, chair }]);
    expect(placements.find(({ candidate }) => candidate === 4)).toEqual({ candidate: 4, time: 5, place: 1, panel, chair, fixed: true });
    expect(placements).toHaveLength(10);
  });
});

describe("who has no slot", () => {
  const whole = drawDay(randomFrom("reasons"), { times: 4, places: 2, examiners: 4, candidates: 2, panelSize: 3, longestRun: 4, away: 0, chapters: 1, specialists: 0, managed: 0 });
  const [first, second] = whole.candidates as [Problem["candidates"][number], Problem["candidates"][number]];
  const reasons = (problem: Problem) => propose(problem, randomFrom("seed")).unplaced;

  test.each<[string, Partial<Problem>]>([
    ["not-there", { candidates: [{ ...first, free: [false, false, false, false] }, second] }],
    ["no-chapters", { candidates: [{ ...first, chapters: [] }, second] }],
    ["no-examiners", { candidates: [{ ...first, free: [true, false, false, false] }, second], examiners: whole.examiners.map((examiner, at) => ({ ...examiner, free: [at < 2, true, true, true] })) }],
    ["no-chair", { candidates: [{ ...first, free: [true, false, false, false] }, second], examiners: whole.examiners.map((examiner, at) => ({ ...examiner, mayChair: at === 0, free: [at > 0, true, true, true] })) }],
    ["chapters-uncovered", { candidates: [{ ...first, chapters: ["chapter-9"] }, second], examiners: whole.examiners.map((examiner) => ({ ...examiner, chapters: new Set(["chapter-1"]) })) }],
  ])("reads %s", (reason, changed) => {
    expect(reasons({ ...whole, ...changed })).toEqual([{ candidate: 0, reason }]);
  });

  test("reads no-room when the day is simply too short", () => {
    expect(reasons({ ...whole, followsOn: [false], examiners: whole.examiners.map((examiner) => ({ ...examiner, free: [true] })), candidates: whole.candidates.map((candidate) => ({ ...candidate, free: [true] })) })).toMatchObject([{ reason: "no-room" }]);
  });

  test("own managers sit only where nobody else can, and are flagged", () => {
    const managed = { ...first, managers: new Set(["e0"]) };
    const enough = propose({ ...whole, candidates: [managed, second] }, randomFrom("seed"));
    expect(conflictsIn({ ...whole, candidates: [managed, second] }, enough.placements)).toEqual([]);
    const scarce = { ...whole, examiners: whole.examiners.slice(0, 3), candidates: [managed, second] };
    const { placements, unplaced } = propose(scarce, randomFrom("seed"));
    expect(unplaced).toEqual([]);
    expect(conflictsIn(scarce, placements)).toMatchObject([{ code: "own-manager", examiner: 0 }]);
  });
});
