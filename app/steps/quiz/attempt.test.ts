import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS, deadlineOf, decide, reachesMark, standingOf, type Attempt, type Command } from "./attempt";
import { resultOf, type ResultItem } from "./result";

const startedAt = new Date("2026-11-24T02:00:00Z");
const deadlineAt = deadlineOf(startedAt, 40, 0);
const after = (seconds: number) => new Date(deadlineAt.getTime() + seconds * 1000);
const open: Attempt = { state: "open", startedAt, deadlineAt };
const submitted: Attempt = { ...open, state: "submitted", submittedAt: deadlineAt, submittedBy: "learner" };
const failed: Attempt = { ...submitted, state: "marked", points: 5, maxPoints: 10, passed: false };
const passed: Attempt = { ...failed, points: 9, passed: true };
const reopen: Command = { type: "reopen", attemptsUsed: 3, attemptsAllowed: 3 };
const mark = (pending: number): Command => ({ type: "mark", pending, passMark: 0.8, marks: [{ points: 0.8, max: 1 }] });

describe("decide", () => {
  it.each<[string, Attempt, Command, Date, object]>([
    ["saves in time", open, { type: "save" }, after(-1), { type: "saved" }],
    ["saves within the grace", open, { type: "save" }, after(5), { type: "saved" }],
    ["refuses what comes later", open, { type: "save" }, after(5.001), { code: "late" }],
    ["refuses answers to a submitted paper", submitted, { type: "save" }, after(-1), { code: "already-submitted" }],
    ["submits for the learner", open, { type: "submit" }, after(-60), { type: "submitted", submittedBy: "learner", submittedAt: after(-60) }],
    ["submits at the deadline when late", open, { type: "submit" }, after(60), { type: "submitted", submittedBy: "deadline", submittedAt: deadlineAt }],
    ["submits once", submitted, { type: "submit" }, after(0), { code: "already-submitted" }],
    ["expires after the grace", open, { type: "expire" }, after(6), { type: "submitted", submittedBy: "deadline", submittedAt: deadlineAt }],
    ["does not expire within the grace", open, { type: "expire" }, after(5), { code: "not-due" }],
    ["waits for the last mark", submitted, mark(1), after(9), { type: "partly-marked", pending: 1 }],
    ["marks when nothing is pending", submitted, mark(0), after(9), { type: "marked", passed: true, corrects: false }],
    ["corrects what was marked", failed, mark(0), after(9), { type: "marked", passed: true, corrects: true }],
    ["marks nothing that is open", open, mark(0), after(9), { code: "not-submitted" }],
    ["reopens when the attempts are used up", failed, reopen, after(9), { type: "reopened" }],
    ["reopens nothing while attempts are left", failed, { ...reopen, attemptsUsed: 2 }, after(9), { code: "attempts-left", left: 1 }],
    ["reopens nothing that is passed", passed, reopen, after(9), { code: "already-passed" }],
    ["reopens nothing that waits for marks", submitted, reopen, after(9), { code: "awaiting-marks" }],
    ["reopens nothing that is open", open, reopen, after(9), { code: "attempt-open" }],
  ])("%s", (_, attempt, command, now, outcome) => {
    const decided = decide(attempt, command, now);
    expect(decided.ok ? decided.value : decided.error).toMatchObject(outcome);
  });

  it("refuses every command that the table of states does not list", () => {
    const commands: Command[] = [{ type: "save" }, { type: "submit" }, { type: "expire" }, mark(0), reopen];
    for (const attempt of [open, submitted, failed]) {
      for (const command of commands) {
        const listed: readonly string[] = COMMANDS[attempt.state];
        if (!listed.includes(command.type)) expect(decide(attempt, command, after(9)).ok).toBe(false);
      }
    }
  });

  it("adds extra time to the deadline", () => {
    expect(deadlineOf(startedAt, 40, 25)).toEqual(new Date("2026-11-24T02:50:00Z"));
  });
});

describe("standingOf", () => {
  const of = (...list: [Attempt["state"], boolean | null][]) => list.map(([state, hasPassed]) => ({ state, passed: hasPassed }));
  it.each([
    ["none", of()],
    ["begun", of(["marked", false], ["open", null])],
    ["submitted", of(["marked", false], ["submitted", null])],
    ["failed", of(["marked", false], ["marked", false])],
    ["failed-final", of(["marked", false], ["marked", false], ["marked", false])],
    ["passed", of(["marked", true], ["marked", false], ["marked", false])],
    ["passed", of(["marked", true], ["open", null])],
  ])("is %s", (standing, attempts) => {
    expect(standingOf(attempts, 3)).toBe(standing);
  });
});

describe("resultOf", () => {
  const item = (points: number, more: Partial<ResultItem> = {}): ResultItem => ({ competencies: ["x"], section: "s", points, max: 1, state: "scored", ...more });

  it("passes exactly at the mark, whatever the fractions", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 7 }), (count, parts) => {
      const marks = Array.from({ length: count }, () => 1 / parts);
      const points = marks.reduce((sum, value) => sum + value, 0);
      expect(reachesMark(points, count, 1 / parts)).toBe(true);
      expect(reachesMark(points, count, 1 / parts + 0.0001)).toBe(false);
    }));
  });

  it("sums per competency and lists sections by points lost", () => {
    const result = resultOf([
      item(1),
      item(0.5, { competencies: ["x", "y"], section: "t" }),
      item(0, { competencies: ["y"], section: "u" }),
    ], 0.5);
    expect(result).toEqual({
      points: 1.5, max: 3, markedMax: 3, percent: 50, pending: 0, passed: true,
      competencies: [{ competency: "x", points: 1.5, max: 2 }, { competency: "y", points: 0.5, max: 2 }],
      sections: [{ section: "u", lost: 1 }, { section: "t", lost: 0.5 }],
    });
  });

  it("does not decide while an answer waits for marking", () => {
    expect(resultOf([item(1), item(0, { state: "needs-marking" })], 0.1)).toMatchObject({ pending: 1, passed: null, sections: [] });
  });

  it("never shows the pass mark for a miss", () => {
    expect(resultOf([item(0.7999)], 0.8)).toMatchObject({ percent: 79, passed: false });
  });
});
