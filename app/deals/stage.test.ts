import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCorrection, checkMove, fits, type Move, OPEN_STAGES } from "./stage";

const TODAY = "2026-11-28";
const history: Move[] = [
  { changeId: "1", stage: "contact", on: "2026-09-01" },
  { changeId: "2", stage: "find", on: "2026-10-01" },
  { changeId: "3", stage: "contact", on: "2026-10-20" },
];

describe("a move", () => {
  test("follows the one below it, not after today, and leads somewhere else", () => {
    expect(checkMove(history, { stage: "find", on: "2026-10-20" }, TODAY)).toBeNull();
    expect(checkMove([], { stage: "contact", on: TODAY }, TODAY)).toBeNull();
    expect(checkMove(history, { stage: "contact", on: TODAY }, TODAY)).toEqual({ code: "same-stage" });
    expect(checkMove(history, { stage: "find", on: "2026-10-19" }, TODAY)).toMatchObject({ code: "out-of-order", after: "2026-10-20" });
    expect(checkMove(history, { stage: "find", on: "2026-11-29" }, TODAY)).toEqual({ code: "future" });
  });
});

describe("a correction", () => {
  test("stays between its neighbours; taking a move back never leaves the same stage twice in a row, nor none", () => {
    expect(checkCorrection(history, { changeId: "2", on: "2026-09-01" }, TODAY)).toBeNull();
    expect(checkCorrection(history, { changeId: "2", on: "2026-10-21" }, TODAY)).toEqual({ code: "out-of-order", after: "2026-09-01", before: "2026-10-20" });
    expect(checkCorrection(history, { changeId: "9", on: TODAY }, TODAY)).toEqual({ code: "unknown-move" });
    expect(checkCorrection(history, { changeId: "2", withdrawn: true }, TODAY)).toEqual({ code: "same-stage" });
    expect(checkCorrection(history, { changeId: "3", withdrawn: true }, TODAY)).toBeNull();
    expect(checkCorrection(history.slice(0, 1), { changeId: "1", withdrawn: true }, TODAY)).toEqual({ code: "only-move" });
  });

  test("whatever is allowed, days stay in order", () => {
    const day = fc.integer({ min: 0, max: 120 }).map((at) => new Date(Date.UTC(2026, 7, 1) + at * 86_400_000).toISOString().slice(0, 10));
    const acts = fc.array(fc.record({ stage: fc.constantFrom(...OPEN_STAGES), on: day, at: fc.nat(5), move: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(acts, (list) => {
        let moves: Move[] = [{ changeId: "0", stage: "contact", on: "2026-08-01" }];
        for (const [id, { stage, on, at, move }] of list.entries()) {
          const target = moves[at % moves.length]!;
          if (move && checkMove(moves, { stage, on }, TODAY) === null) moves = [...moves, { changeId: `m${id}`, stage, on }];
          if (!move && checkCorrection(moves, { changeId: target.changeId, on }, TODAY) === null) moves = moves.map((one) => (one === target ? { ...one, on } : one));
        }
        const days = moves.map(({ on }) => on);
        expect(days).toEqual([...days].sort());
        expect(days.at(-1)! <= TODAY).toBe(true);
      }),
    );
  });
});

test("won and lost have reasons of their own", () => {
  expect([fits("won", "value"), fits("won", "rival"), fits("lost", "rival"), fits("lost", "withdrawn"), fits("won", "withdrawn")]).toEqual([true, false, true, true, false]);
});
