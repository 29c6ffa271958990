import { describe, expect, test } from "vitest";
import { APPLICATION_STATES, checkChange, QUALITY_LEVELS, shareOf, standingOf, stateAfter } from "./application";

test("what was confirmed is only withdrawn, and comes back to the learner", () => {
  expect(stateAfter("waiting", "confirmed")).toBe("confirmed");
  expect(stateAfter("waiting", "returned")).toBe("returned");
  expect(stateAfter("returned", "sent-again")).toBe("waiting");
  expect(stateAfter("confirmed", "withdrawn")).toBe("returned");
  expect(stateAfter("confirmed", "removed")).toBeNull();
  expect(stateAfter("confirmed", "confirmed")).toBeNull();
  expect(APPLICATION_STATES.map((state) => stateAfter(state, "removed"))).toEqual(["removed", "removed", null, null]);
});

test("a higher level says more, and the highest says all", () => {
  const shares = QUALITY_LEVELS.map(shareOf);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(shares[0]).toBeGreaterThan(0);
});

describe("something must have changed", () => {
  test("a sheet that moved on is enough, and so is a note", () => {
    expect(checkChange({ versions: { before: 3, after: 4 }, note: "" }).ok).toBe(true);
    expect(checkChange({ versions: null, note: "厂长补了一条顾虑" }).ok).toBe(true);
  });

  test("the same version without a word is not", () => {
    expect(checkChange({ versions: { before: 4, after: 4 }, note: "  " })).toEqual({ ok: false, error: { code: "nothing-changed" } });
    expect(checkChange({ versions: null, note: "" }).ok).toBe(false);
  });
});

describe("what the applications come to", () => {
  test("enough confirmed ones pass, whatever else lies there", () => {
    expect(standingOf(["confirmed", "confirmed", "confirmed"], 3)).toBe("passed");
    expect(standingOf(["confirmed", "confirmed", "confirmed", "returned", "waiting"], 3)).toBe("passed");
  });

  test("the manager is waited for when the waiting ones would make it enough", () => {
    expect(standingOf(["confirmed", "waiting", "waiting"], 3)).toBe("submitted");
    expect(standingOf(["confirmed", "waiting"], 3)).toBe("begun");
    expect(standingOf(["returned", "returned", "returned"], 3)).toBe("begun");
  });

  test("nothing, or only what was taken back, is nothing", () => {
    expect(standingOf([], 3)).toBe("none");
    expect(standingOf(["removed"], 1)).toBe("none");
  });

  test("withdrawing one of just enough takes the pass away", () => {
    expect(standingOf(["confirmed", "confirmed", "returned"], 3)).toBe("begun");
    expect(standingOf(["confirmed", "confirmed", "returned", "waiting"], 3)).toBe("submitted");
  });
});
