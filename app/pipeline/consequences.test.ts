import { describe, expect, it } from "vitest";
import type { StepCommand } from "./command";
import { progressIn } from "./road";
import { calendarOf, day, DAY, evidence, line, MONDAY, person, Walk } from "./testing";

// What happens to the rest of the road when evidence is corrected, the plan changes or a date comes.

const begin: StepCommand = { kind: "begin", cause: evidence() };
const pass: StepCommand = { kind: "pass", cause: evidence() };
const waive: StepCommand = { kind: "waive", cause: person() };
const fails = (final = false): StepCommand => ({ kind: "fail", final, cause: evidence() });

describe("a correction", () => {
  const correct = (outcome: "passed" | "failed" | "none", final = false): StepCommand => ({ kind: "correct", outcome, final, cause: person("marked wrongly") });

  it("of a passed step locks what is untouched behind it", () => {
    const walk = new Walk().pass("preview", "quiz");
    expect(walk.on("quiz", correct("failed")).map(line)).toEqual([
      "quiz: passed → failed (corrected, person, teacher)",
      "lecture: available → locked (locked, person, teacher)",
    ]);
  });

  it("keeps everything earned later, in every state", () => {
    const walk = new Walk().pass("preview", "quiz", "lecture");
    walk.on("group-work", begin);
    walk.on("role-play", fails(true));
    walk.on("homework", waive);
    walk.on("defense", pass);
    walk.on("quiz", correct("none"));
    expect(walk.states).toBe("passed available passed in-progress failed waived passed locked");
    walk.pass("quiz", "group-work");
    walk.on("role-play", { kind: "record", outcome: "passed", note: "", cause: person() });
    expect(walk.states).toBe("passed passed passed passed passed waived passed available");
  });

  it("takes the completion back, and a later pass gives it again", () => {
    const walk = new Walk(calendarOf(Object.fromEntries(["group-work", "role-play", "homework", "defense", "field-tracking"].map((step) => [step, { included: false }]))));
    walk.pass("preview", "quiz", "lecture");
    expect(walk.road.completedAt).toEqual(MONDAY);
    walk.on("quiz", correct("failed"));
    expect(walk.road.completedAt).toBeNull();
    walk.now = day(3);
    walk.pass("quiz");
    expect(walk.road.completedAt).toEqual(day(3));
  });

  it("of a failure to a pass opens what follows, the final one too", () => {
    const walk = new Walk();
    walk.on("preview", fails(true));
    walk.on("preview", correct("passed"));
    expect(walk.states).toMatch(/^passed available locked/);
  });

  it("to what holds already changes nothing", () => {
    expect(new Walk().pass("preview").on("preview", correct("passed"))).toEqual([]);
  });

  it("can make a failure final, or take that back", () => {
    const walk = new Walk().pass("preview");
    walk.on("preview", correct("failed", true));
    expect(progressIn(walk.road, "preview").final).toBe(true);
    walk.on("preview", correct("failed"));
    expect(progressIn(walk.road, "preview").final).toBe(false);
  });

  it("that leaves nothing locks a step whose turn it is not", () => {
    const walk = new Walk();
    walk.on("lecture", pass);
    walk.on("lecture", correct("none"));
    expect(progressIn(walk.road, "lecture")).toMatchObject({ state: "locked", evidence: null });
  });
});

describe("a plan", () => {
  it("that leaves out the step in the way opens the next", () => {
    const walk = new Walk().pass("preview");
    expect(walk.replan({ quiz: { included: false } }).map(line)).toEqual([
      "quiz: available → available (left-out, calendar, admin)",
      "lecture: locked → available (opened, calendar, admin)",
    ]);
  });

  it("keeps what was earned in a step left out, for when it comes back", () => {
    const walk = new Walk().pass("preview", "quiz");
    walk.replan({ quiz: { included: false } });
    expect(walk.states).toBe("passed (passed) available locked locked locked locked locked");
    walk.replan({});
    expect(walk.states).toBe("passed passed available locked locked locked locked locked");
  });

  it("that adds a step in front locks what is untouched and keeps the rest", () => {
    const walk = new Walk(calendarOf({ quiz: { included: false } })).pass("preview", "lecture");
    walk.on("group-work", begin);
    walk.replan({});
    expect(walk.states).toBe("passed available passed in-progress locked locked locked locked");
  });

  it("that moves a date away locks the untouched step again", () => {
    const walk = new Walk().pass("preview");
    expect(walk.replan({ quiz: { opensAt: day(5) } }).map(line)).toEqual(["quiz: available → locked (locked, calendar, admin)"]);
    expect(walk.replan({}).map(line)).toEqual(["quiz: locked → available (opened, calendar, admin)"]);
  });

  it("that leaves everything out leaves an empty road, not a completed one", () => {
    const walk = new Walk();
    walk.replan(Object.fromEntries(walk.road.steps.map(({ step }) => [step, { included: false }])));
    expect(walk.road.completedAt).toBeNull();
  });
});

describe("what opens by its date while something else happens", () => {
  it("is put down to the calendar", () => {
    const walk = new Walk(calendarOf({ quiz: { opensAt: day(1) } })).pass("preview");
    walk.now = new Date(day(1).getTime() + DAY);
    expect(walk.on("lecture", { ...pass, actorId: "teacher" }).map(line)).toEqual([
      "lecture: locked → passed (passed, evidence, teacher)",
      "quiz: locked → available (opened, calendar, system)",
    ]);
  });
});
