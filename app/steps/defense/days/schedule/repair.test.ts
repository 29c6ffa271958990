import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "~/platform/random";
import { CHANGE_WEIGHTS } from "./board";
import { differenceOf } from "./difference";
import { propose } from "./propose";
import { repair } from "./repair";
import { conflictsIn, isFlag, type Placement, type Problem } from "./schedule";
import { bestCost, type DayParameters, drawDay } from "./testing";

const GENEROUS: DayParameters = { times: 10, places: 3, examiners: 12, candidates: 24, panelSize: 3, longestRun: 4, away: 0.1, chapters: 2, specialists: 0.2, managed: 0.2 };

function without(problem: Problem, seat: number): Problem {
  return { ...problem, examiners: problem.examiners.map((examiner, at) => (at === seat ? { ...examiner, free: examiner.free.map(() => false) } : examiner)) };
}

function gone(problem: Problem, candidate: number): Problem {
  return { ...problem, candidates: problem.candidates.map((who, at) => (at === candidate ? { ...who, chapters: [] } : who)) };
}

/** How many candidates get another time or place, or lose theirs. */
function moved(before: readonly Placement[], after: readonly Placement[]): number {
  return differenceOf(before, after).filter(({ kind }) => kind === "moved" || kind === "taken-away").length;
}

describe("a repair", () => {
  test("keeps every rule, whoever drops out", () => {
    const helped: number[] = [];
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 11 }), (seed, seat) => {
        const random = randomFrom(`repair ${seed}`);
        const problem = drawDay(random, GENEROUS);
        const before = propose(problem, random).placements;
        const now = without(problem, seat);
        const { placements, unplaced } = repair(now, before, random);
        expect(conflictsIn(now, placements).filter((conflict) => !isFlag(conflict))).toEqual([]);
        expect(placements.length + unplaced.length).toBe(problem.candidates.length);
        // Slots that the drop-out did not touch keep their panel, unless somebody of it had to help out.
        const untouched = before.filter(({ panel }) => !panel.includes(seat));
        const still = placements.filter((placement) => untouched.some((was) => was.candidate === placement.candidate && was.time === placement.time && was.place === placement.place && was.panel.every((member) => placement.panel.includes(member))));
        helped.push(untouched.length - still.length);
      }),
      { numRuns: 8 },
    );
    // Mostly nobody does; on one day in a hundred three have to.
    expect(helped.reduce((sum, count) => sum + count, 0) / helped.length).toBeLessThanOrEqual(1);
    expect(Math.max(...helped)).toBeLessThanOrEqual(5);
  });

  test("moves nobody when a colleague can take the seat, and only the broken slots change", () => {
    const problem = drawDay(randomFrom("easy"), { ...GENEROUS, candidates: 15, away: 0, specialists: 0, managed: 0 });
    const before = propose(problem, randomFrom("seed")).placements;
    const seat = before[0]!.panel[0]!;
    const hit = before.filter(({ panel }) => panel.includes(seat)).map(({ candidate }) => candidate).sort((a, b) => a - b);
    const { placements } = repair(without(problem, seat), before, randomFrom("seed"));
    const changes = differenceOf(before, placements);
    expect(changes.map(({ candidate }) => candidate)).toEqual(hit);
    for (const change of changes) expect(change).toMatchObject({ kind: "panel", left: [seat], joined: [expect.any(Number)] });
  });

  test("a candidate who drops out takes only their own slot along", () => {
    const problem = drawDay(randomFrom("candidate"), GENEROUS);
    const before = propose(problem, randomFrom("seed")).placements;
    const leaving = before[3]!.candidate;
    const { placements } = repair(gone(problem, leaving), before.filter(({ candidate }) => candidate !== leaving), randomFrom("seed"));
    expect(differenceOf(before, placements)).toEqual([{ kind: "taken-away", candidate: leaving, before: before[3] }]);
  });

  test("somebody who comes on gets a slot and nobody else is moved while there is room", () => {
    const problem = drawDay(randomFrom("late"), { ...GENEROUS, away: 0, specialists: 0, managed: 0 });
    const before = propose(problem, randomFrom("seed")).placements.filter(({ candidate }) => candidate !== 7);
    const changes = differenceOf(before, repair(problem, before, randomFrom("seed")).placements);
    expect(changes).toMatchObject([{ kind: "placed", candidate: 7 }]);
  });

  test("what has been held stays, even when somebody of it has left since", () => {
    const problem = drawDay(randomFrom("held"), GENEROUS);
    const before = propose(problem, randomFrom("seed")).placements.map((placement) => ({ ...placement, fixed: placement.time < 3 }));
    const seat = before.find(({ fixed }) => fixed)!.panel[0]!;
    const after = repair(without(problem, seat), before, randomFrom("seed")).placements;
    for (const placement of before.filter(({ fixed }) => fixed)) expect(after).toContainEqual(placement);
  });

  test("moves as few slots as any repair could, on small days", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 0.3, noNaN: true }), (seed, seat, away) => {
        const random = randomFrom(`small repair ${seed}`);
        const problem = drawDay(random, { times: 3, places: 1, examiners: 4, candidates: 3, panelSize: 2, longestRun: 2, away, chapters: 1, specialists: 0.2, managed: 0.2 });
        const before = propose(problem, random).placements;
        const now = { ...problem, examiners: problem.examiners.map((examiner, at) => (at === seat ? { ...examiner, free: examiner.free.map((free, time) => free && time !== 0) } : examiner)) };
        const { placements } = repair(now, before, random);
        // The least that any sound schedule costs when only being left out, managers and moves count.
        const price = (schedule: readonly Placement[]): number => {
          const managers = conflictsIn(now, schedule).filter(isFlag).length;
          const moves = schedule.reduce((sum, placement) => {
            const was = before.find(({ candidate }) => candidate === placement.candidate);
            return sum + (was ? (was.time === placement.time ? 0 : CHANGE_WEIGHTS.time) + (was.place === placement.place ? 0 : CHANGE_WEIGHTS.place) : 0);
          }, 0);
          return (now.candidates.length - schedule.length) * 1e9 + managers * 1e6 + moves;
        };
        expect(price(placements)).toBe(bestCost(now, price(placements), price));
      }),
      { numRuns: 25 },
    );
  });

  test("a difference names who joins and who leaves", () => {
    const one = { candidate: 0, time: 0, place: 0, panel: [0, 1, 2], chair: 0 };
    expect(differenceOf([one], [{ ...one, panel: [0, 3, 2] }])).toMatchObject([{ kind: "panel", joined: [3], left: [1] }]);
    expect(differenceOf([one], [{ ...one, time: 2 }])).toMatchObject([{ kind: "moved", joined: [], left: [] }]);
    expect(moved([one], [])).toBe(1);
  });
});
