import { describe, expect, it } from "vitest";
import { progressIn } from "./road";
import { enabledCommands, situation } from "./situation";
import type { Party, Step } from "./step";
import { calendarOf, day, evidence, MONDAY, person, Walk } from "./testing";

const at = (walk: Walk, now = walk.now) => situation(walk.road, { now, calendar: walk.calendar });
const stepOf = (walk: Walk, step: Step, now = walk.now) => at(walk, now).steps.find((one) => one.step === step);
const can = (walk: Walk, step: Step, viewer: Party) => enabledCommands(walk.road, step, viewer, { now: walk.now, calendar: walk.calendar });

describe("next", () => {
  it("is the learner's to begin, finish or try again", () => {
    const walk = new Walk(calendarOf({ preview: { dueAt: day(5) } }));
    expect(at(walk).next).toEqual({ kind: "act", step: "preview", action: "begin", by: day(5) });
    walk.on("preview", { kind: "begin", cause: evidence() });
    expect(at(walk).next).toMatchObject({ kind: "act", action: "finish" });
    walk.on("preview", { kind: "fail", final: false, cause: evidence() });
    expect(at(walk).next).toMatchObject({ kind: "act", action: "retry" });
  });

  it("is blocked by the reviewer, with the names and the review deadline", () => {
    const walk = new Walk();
    walk.on("preview", { kind: "submit", cause: evidence() });
    const people = { instructor: [{ id: "t", name: "陈老师" }] };
    expect(situation(walk.road, { now: MONDAY, calendar: walk.calendar, people }).next).toEqual({
      kind: "blocked", step: "preview", blocker: { waitsFor: "instructor", what: "review", by: day(3), people: people.instructor },
    });
  });

  it.each([
    ["lecture", "instructor", "hold"],
    ["defense", "examiner", "hold"],
  ] as const)("waits in %s for the %s", (step, party, what) => {
    const walk = new Walk();
    for (const { step: earlier } of walk.road.steps) if (earlier !== step && !at(walk).steps.some((one) => one.step === step && one.state === "available")) walk.pass(earlier);
    expect(at(walk).next).toMatchObject({ kind: "blocked", step, blocker: { waitsFor: party, what } });
  });

  it("waits in field tracking for the manager's confirmation", () => {
    const walk = new Walk(calendarOf(onlyWith("field-tracking")));
    walk.on("field-tracking", { kind: "submit", cause: evidence() });
    expect(at(walk).next).toMatchObject({ kind: "blocked", blocker: { waitsFor: "manager", what: "review" } });
  });

  it("waits for the instructor's record where the step has no room", () => {
    const walk = new Walk(calendarOf({ preview: { hasRoom: false } }));
    expect(at(walk).next).toMatchObject({ kind: "blocked", blocker: { waitsFor: "instructor", what: "record", by: day(14) } });
    expect(can(walk, "preview", "learner")).toEqual([]);
    expect(can(walk, "preview", "instructor")).toContain("record");
  });

  it("waits for the calendar, and needs no sweeper once the day has come", () => {
    const walk = new Walk(calendarOf({ preview: { opensAt: day(2) } }));
    expect(at(walk).next).toMatchObject({ kind: "blocked", blocker: { waitsFor: "calendar", what: "opens", by: day(2) } });
    expect(at(walk, day(2)).next).toMatchObject({ kind: "act", step: "preview", action: "begin", by: day(16) });
    expect(stepOf(walk, "preview", day(2))).toMatchObject({ state: "available", actions: ["begin", "submit"], blockers: [] });
  });

  it("waits for a person after a final failure", () => {
    const walk = new Walk();
    walk.on("preview", { kind: "fail", final: true, cause: evidence() });
    expect(at(walk).next).toMatchObject({ kind: "blocked", blocker: { waitsFor: "instructor", what: "reopen", by: day(3) } });
  });

  it("is work already begun further on, when the step in front waits for somebody", () => {
    const walk = new Walk().pass("preview");
    walk.on("quiz", { kind: "begin", cause: evidence() });
    walk.on("preview", { kind: "correct", outcome: "failed", final: true, cause: person() });
    expect(at(walk).next).toMatchObject({ kind: "act", step: "quiz", action: "finish" });
    expect(stepOf(walk, "quiz")?.blockers).toMatchObject([{ waitsFor: "previous-step", step: "preview", by: day(3) }]);
  });

  it("is complete at the end, and empty where nothing is on the road", () => {
    expect(at(new Walk(calendarOf(onlyWith("quiz"))).pass("quiz")).next).toEqual({ kind: "complete", since: MONDAY });
    expect(at(new Walk(calendarOf({ ...onlyWith("quiz"), quiz: { included: false } }))).next).toEqual({ kind: "empty" });
  });
});

describe("blockers", () => {
  it("of a locked step: the first unfinished one with its deadline, and the date if that lies ahead", () => {
    const walk = new Walk(calendarOf({ preview: { dueAt: day(4) }, lecture: { opensAt: day(9) } }));
    expect(stepOf(walk, "lecture")?.blockers).toMatchObject([
      { waitsFor: "previous-step", what: "earlier-step", step: "preview", by: day(4) },
      { waitsFor: "calendar", what: "opens", by: day(9) },
    ]);
  });

  it("of a failed step behind another: no retry before its turn", () => {
    const walk = new Walk();
    walk.on("group-work", { kind: "fail", final: false, cause: evidence() });
    expect(stepOf(walk, "group-work")).toMatchObject({ actions: [], waiting: { waitsFor: "previous-step", step: "preview" } });
  });
});

describe("late", () => {
  it("is a step past the cohort's date, locked or not", () => {
    const walk = new Walk(calendarOf({ preview: { dueAt: day(4) }, quiz: { dueAt: day(5) } }));
    expect(stepOf(walk, "preview", day(4))?.late).toBe(false);
    expect(stepOf(walk, "preview", day(4.1))?.late).toBe(true);
    expect(stepOf(walk, "quiz", day(4.1))?.late).toBe(false);
    expect(stepOf(walk, "quiz", day(6))).toMatchObject({ late: true, dueAt: day(5) });
  });

  it("is without a date of the cohort the stated default, and never a locked step's", () => {
    const walk = new Walk();
    expect(stepOf(walk, "preview", day(15))).toMatchObject({ late: true, dueAt: day(14) });
    expect(stepOf(walk, "quiz", day(15))).toMatchObject({ late: false, dueAt: null });
  });

  it("is a review past its days, however early the work came in", () => {
    const walk = new Walk(calendarOf({ preview: { dueAt: day(30), reviewDays: 2 } }));
    walk.on("preview", { kind: "submit", cause: evidence() });
    expect(stepOf(walk, "preview", day(2.5))).toMatchObject({ late: true, waiting: { waitsFor: "instructor" } });
  });

  it("is never what is passed", () => {
    const walk = new Walk(calendarOf({ preview: { dueAt: day(1) } })).pass("preview");
    expect(stepOf(walk, "preview", day(9))).toMatchObject({ late: false, dueAt: null, waiting: null, blockers: [] });
  });
});

describe("enabled commands", () => {
  it("differ by who looks", () => {
    const walk = new Walk();
    expect(can(walk, "preview", "learner")).toEqual(["begin", "submit"]);
    expect(can(walk, "preview", "instructor")).toEqual(["pass", "fail", "waive", "record"]);
    expect(can(walk, "preview", "examiner")).toEqual([]);
    expect(can(walk, "defense", "examiner")).toEqual(["pass", "fail"]);
    expect(can(walk, "field-tracking", "manager")).toEqual(["pass", "fail"]);
  });

  it("let the instructor correct what passed and reopen what failed", () => {
    const walk = new Walk().pass("preview");
    walk.on("quiz", { kind: "fail", final: true, cause: evidence() });
    expect(can(walk, "preview", "instructor")).toEqual(["correct"]);
    expect(can(walk, "quiz", "instructor")).toEqual(["fail", "reopen", "waive", "record", "correct"]);
    expect(can(walk, "quiz", "learner")).toEqual([]);
    walk.on("quiz", { kind: "waive", cause: person() });
    expect(can(walk, "quiz", "instructor")).toEqual(["pass", "withdraw-waiver"]);
    expect(progressIn(walk.road, "quiz").beneath).toBe("failed");
  });
});

function onlyWith(step: Step) {
  return Object.fromEntries(calendarSteps.map((one) => [one, { included: one === step }]));
}
const calendarSteps = Object.keys(calendarOf()) as Step[];
