import { describe, expect, it } from "vitest";
import { commandForReport, type Outcome, OUTCOMES } from "./evidence";
import { progressIn } from "./road";
import { person, Walk } from "./testing";

/** What a room's reports make of the preview: its state, `!` for a final failure. */
function after(walk: Walk, ...reports: (Outcome | [Outcome, string])[]): string {
  for (const report of reports) {
    const [outcome, id] = typeof report === "string" ? [report, "1"] : report;
    const command = commandForReport(progressIn(walk.road, "preview"), outcome, { kind: "reading", id }, null);
    if (command) walk.on("preview", command);
    if (walk.refusal) return walk.refusal.code;
  }
  const { state, final } = progressIn(walk.road, "preview");
  return state + (final ? "!" : "");
}

describe("a room's report", () => {
  it.each([
    [["begun"], "in-progress"],
    [["begun", "submitted"], "awaiting-review"],
    [["begun", "submitted", "passed"], "passed"],
    [["submitted"], "awaiting-review"],
    [["passed"], "passed"],
    [["passed", "begun", "submitted"], "passed"],
    [["submitted", "begun"], "awaiting-review"],
    [["failed"], "failed"],
    [["failed", "begun"], "failed"],
    [["failed", ["begun", "2"]], "in-progress"],
    [["failed", ["submitted", "2"]], "awaiting-review"],
    [["failed", ["passed", "2"]], "passed"],
    [["failed-final", ["begun", "2"]], "final"],
    [["failed-final", ["submitted", "2"]], "final"],
    [["failed", "failed-final"], "failed!"],
    [["failed-final", "failed"], "failed"],
    [["failed-final", "passed"], "passed"],
    [["failed-final", ["passed", "2"]], "passed"],
    [["passed", "failed"], "failed"],
    [["passed", ["failed-final", "2"]], "failed!"],
    [["passed", "retracted"], "available"],
    [["begun", "retracted"], "available"],
    [["retracted"], "available"],
  ] as [(Outcome | [Outcome, string])[], string][])("%j leads to %s", (reports, state) => {
    expect(after(new Walk(), ...reports)).toBe(state);
  });

  it("taken back leaves nothing to stand on", () => {
    const walk = new Walk();
    after(walk, "passed");
    expect(progressIn(walk.road, "preview").evidence).toEqual({ kind: "reading", id: "1" });
    after(walk, "retracted");
    expect(progressIn(walk.road, "preview").evidence).toBeNull();
  });

  it("says nothing new when it is said again", () => {
    for (const first of OUTCOMES) {
      for (const second of OUTCOMES) {
        const walk = new Walk();
        after(walk, first, second, second);
        const { version } = walk.road;
        after(walk, second);
        expect(walk.road.version, `${first}, ${second}`).toBe(version);
      }
    }
  });

  it("takes nothing away that stands on a person's word", () => {
    const recorded = () => {
      const walk = new Walk();
      walk.on("preview", { kind: "record", outcome: "passed", note: "", cause: person() });
      return walk;
    };
    const waived = () => {
      const walk = new Walk();
      walk.on("preview", { kind: "begin", cause: { kind: "evidence", evidence: { kind: "reading", id: "1" } } });
      walk.on("preview", { kind: "waive", cause: person() });
      return walk;
    };
    for (const outcome of ["begun", "submitted", "failed", "failed-final", "retracted"] as const) {
      expect(after(recorded(), outcome), outcome).toBe("passed");
      expect(after(waived(), outcome), outcome).toBe("waived");
    }
    expect(after(waived(), "passed")).toBe("passed");
  });
});
