import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECISIONS, GROUP_SHEET_STATES, type GroupSheetCommand, handInProblem, type OwnWork, standingOf, stateAfter } from "./group-sheet";

const COMMANDS: GroupSheetCommand[] = ["hand-in", "accept", "send-back", "take-back"];
const TOOLS = ["relationship-development", "buying-role-map", "one-sentence-intro"];

describe("states of a group's sheet", () => {
  it("admit exactly these commands", () => {
    const table = GROUP_SHEET_STATES.map((state) => [state, ...COMMANDS.map((command) => stateAfter(state, command))]);
    expect(table).toEqual([
      ["open", "submitted", null, null, null],
      ["submitted", null, "accepted", "returned", null],
      ["returned", "submitted", null, null, null],
      ["accepted", null, null, null, "returned"],
    ]);
  });

  it("always leave a way to acceptance", () => {
    for (const state of GROUP_SHEET_STATES) {
      const seen = new Set([state]);
      for (const from of seen) for (const command of COMMANDS) seen.add(stateAfter(from, command) ?? from);
      expect(seen.has("accepted"), state).toBe(true);
    }
  });
});

describe("what a learner's group work comes to", () => {
  const work = fc.array(fc.record<OwnWork>({ tool: fc.constantFrom(...TOOLS), fate: fc.constantFrom("waiting", ...DECISIONS) }), { maxLength: 12 });

  it("is passed only when every tool has an accepted sheet, whatever else was handed in", () => {
    fc.assert(
      fc.property(fc.subarray(TOOLS, { minLength: 1 }), work, (tools, own) => {
        expect(standingOf(tools, own) === "passed").toBe(tools.every((tool) => own.some((one) => one.tool === tool && one.fate === "accepted")));
      }),
    );
  });

  it("never falls by more accepted work", () => {
    const rank = { begun: 0, submitted: 1, passed: 2 };
    fc.assert(
      fc.property(fc.subarray(TOOLS, { minLength: 1 }), work, fc.constantFrom(...TOOLS), (tools, own, tool) => {
        expect(rank[standingOf(tools, [...own, { tool, fate: "accepted" }])]).toBeGreaterThanOrEqual(rank[standingOf(tools, own)]);
      }),
    );
  });

  it("waits only when nothing is left to hand in", () => {
    const [first, second] = TOOLS as [string, string];
    expect(standingOf([first], [{ tool: first, fate: "waiting" }])).toBe("submitted");
    expect(standingOf([first, second], [{ tool: first, fate: "waiting" }])).toBe("begun");
    expect(standingOf([first, second], [{ tool: first, fate: "accepted" }, { tool: second, fate: "waiting" }])).toBe("submitted");
    expect(standingOf([first], [{ tool: first, fate: "returned" }])).toBe("begun");
    expect(standingOf([first], [{ tool: first, fate: "taken-back" }])).toBe("begun");
    expect(standingOf([], [{ tool: first, fate: "accepted" }])).toBe("begun");
  });
});

describe("handing in", () => {
  it("asks for a complete sheet where the gate does, for something in it always", () => {
    expect(handInProblem({ complete: false, done: 3 }, { requireComplete: true })).toBe("incomplete");
    expect(handInProblem({ complete: false, done: 3 }, { requireComplete: false })).toBeNull();
    expect(handInProblem({ complete: true, done: 3 }, { requireComplete: true })).toBeNull();
    expect(handInProblem({ complete: false, done: 0 }, { requireComplete: false })).toBe("empty");
  });
});
