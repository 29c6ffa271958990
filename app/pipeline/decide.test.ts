import { describe, expect, it } from "vitest";
import { COMMAND_KINDS, isLegal, type StepCommand } from "./command";
import { decide, refusalOf } from "./decide";
import { emptyRoad, progressIn } from "./road";
import { STEP_STATES } from "./step";
import { calendarOf, day, evidence, line, MONDAY, person, Walk } from "./testing";

const begin: StepCommand = { kind: "begin", cause: evidence() };
const submit: StepCommand = { kind: "submit", cause: evidence() };
const pass: StepCommand = { kind: "pass", cause: evidence() };
const fails = (final = false): StepCommand => ({ kind: "fail", final, cause: evidence() });
const waive: StepCommand = { kind: "waive", cause: person() };

describe("a road starts", () => {
  it("with its first step open and the others locked", () => {
    const walk = new Walk();
    expect(walk.states).toBe("available locked locked locked locked locked locked locked");
    expect(walk.history.map(line)).toEqual(["started", "preview: locked → available (opened, calendar, admin)"]);
  });

  it("without the steps that are left out", () => {
    const walk = new Walk(calendarOf({ "preview": { included: false }, "role-play": { included: false } }));
    expect(walk.states).toBe("(locked) available locked locked (locked) locked locked locked");
  });

  it("locked as a whole until the first step's date", () => {
    const walk = new Walk(calendarOf({ preview: { opensAt: day(1) } }));
    expect(walk.state("preview")).toBe("locked");
    walk.now = day(1);
    expect(walk.on("preview", { kind: "open", cause: { kind: "calendar" } }).map(line)).toEqual(["preview: locked → available (opened, calendar, system)"]);
  });

  it("once: planning again changes nothing", () => {
    expect(new Walk().replan({})).toEqual([]);
  });
});

describe("a step's way", () => {
  it("goes begun, submitted, passed, and opens the next by the same cause and actor", () => {
    const walk = new Walk();
    walk.on("preview", { ...begin, actorId: "learner" });
    walk.on("preview", { ...submit, actorId: "learner" });
    expect(walk.on("preview", { ...pass, actorId: "teacher" }).map(line)).toEqual([
      "preview: awaiting-review → passed (passed, evidence, teacher)",
      "quiz: locked → available (opened, evidence, teacher)",
    ]);
  });

  it("passes at once where nothing needs to be begun, as a lecture attended", () => {
    expect(new Walk().pass("preview", "quiz", "lecture").states).toBe("passed passed passed available locked locked locked locked");
  });

  it("tries again after a failure", () => {
    const walk = new Walk();
    walk.on("preview", fails());
    walk.on("preview", begin);
    expect(walk.state("preview")).toBe("in-progress");
  });

  it("comes back from review to work when it is sent back, and keeps its evidence", () => {
    const walk = new Walk();
    walk.on("preview", submit);
    walk.on("preview", { kind: "reopen", cause: person("two sections are missing") });
    expect(progressIn(walk.road, "preview")).toMatchObject({ state: "in-progress", evidence: { id: "1" }, reopenedAt: MONDAY });
  });

  it("counts a judgement that comes before its turn, without opening what lies between", () => {
    const walk = new Walk();
    walk.on("lecture", pass);
    expect(walk.states).toBe("available locked passed locked locked locked locked locked");
    expect(walk.pass("preview", "quiz").states).toBe("passed passed passed available locked locked locked locked");
  });

  it("begins on the very day, even if nobody opened it yet", () => {
    const walk = new Walk(calendarOf({ quiz: { opensAt: day(1) } })).pass("preview");
    walk.now = day(1);
    expect(walk.on("quiz", { ...begin, actorId: "learner" }).map(line)).toEqual([
      "quiz: locked → available (opened, calendar, system)",
      "quiz: available → in-progress (begun, evidence, learner)",
    ]);
  });

  it("leads to a complete road, which says since when", () => {
    const walk = new Walk().pass("preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense");
    expect(walk.road.completedAt).toBeNull();
    walk.now = day(9);
    expect(walk.pass("field-tracking").road.completedAt).toEqual(day(9));
    walk.now = day(12);
    walk.replan({ quiz: { included: false } });
    expect(walk.road.completedAt).toEqual(day(9));
  });
});

describe("a final failure", () => {
  it("needs a person: another try is refused, reopening starts anew", () => {
    const walk = new Walk();
    walk.on("preview", fails(true));
    for (const command of [begin, submit, pass]) {
      walk.on("preview", command);
      expect(walk.refusal).toEqual({ code: "final", step: "preview" });
    }
    walk.on("preview", { kind: "reopen", cause: person("one more try") });
    expect(progressIn(walk.road, "preview")).toMatchObject({ state: "available", final: false, evidence: null, reopenedAt: MONDAY });
  });

  it("can follow a failure, and a lesser one doesn't lift it", () => {
    const walk = new Walk();
    walk.on("preview", fails());
    expect(walk.on("preview", fails())).toEqual([]);
    expect(walk.on("preview", fails(true))).toHaveLength(1);
    expect(walk.on("preview", fails())).toEqual([]);
    walk.on("preview", { kind: "record", outcome: "failed", note: "again", cause: person() });
    expect(progressIn(walk.road, "preview").final).toBe(true);
  });

  it("gives way to a passed make-up that the instructor records", () => {
    const walk = new Walk();
    walk.on("preview", fails(true));
    walk.on("preview", { kind: "record", outcome: "passed", note: " by phone ", cause: person("travelling") });
    expect(walk.history.at(-2)).toMatchObject({ kind: "recorded", note: "by phone", cause: { reason: "travelling" }, actorId: "teacher" });
    expect(walk.state("quiz")).toBe("available");
  });
});

describe("a waiver", () => {
  it("opens the next step and names the person and the reason", () => {
    const walk = new Walk();
    expect(walk.on("preview", waive).map(line)).toEqual(["preview: available → waived (waived, person, teacher)", "quiz: locked → available (opened, person, teacher)"]);
  });

  it.each([
    ["available", [] as StepCommand[]],
    ["in-progress", [begin]],
    ["awaiting-review", [submit]],
    ["failed", [fails(true)]],
  ])("withdrawn brings back what was there: %s", (state, commands) => {
    const walk = new Walk();
    for (const command of commands) walk.on("preview", command);
    const before = progressIn(walk.road, "preview");
    walk.on("preview", waive);
    walk.on("preview", { kind: "withdraw-waiver", cause: person("a mistake") });
    expect(progressIn(walk.road, "preview")).toEqual({ ...before, state });
    expect(walk.history.findLast((event) => event.kind === "waiver-withdrawn")).toMatchObject({ to: state, final: before.final });
    expect(walk.state("quiz")).toBe("locked");
  });

  it("withdrawn gives an untouched step the place it has now", () => {
    const walk = new Walk();
    walk.on("quiz", waive);
    walk.pass("preview");
    expect(walk.on("quiz", { kind: "withdraw-waiver", cause: person() }).map(line)).toEqual([
      "quiz: waived → available (waiver-withdrawn, person, teacher)",
      "lecture: available → locked (locked, person, teacher)",
    ]);
  });

  it("gives way to the step really passed", () => {
    const walk = new Walk();
    walk.on("preview", waive);
    walk.on("preview", pass);
    expect(progressIn(walk.road, "preview")).toMatchObject({ state: "passed", beneath: null });
  });
});

describe("refusals", () => {
  it("no-road: before the road has started", () => {
    expect(decide(emptyRoad("e", "c"), { ...begin, step: "preview", at: MONDAY }, { calendar: calendarOf() })).toEqual({ ok: false, error: { code: "no-road" } });
  });

  it("left-out", () => {
    const walk = new Walk(calendarOf({ "role-play": { included: false } }));
    walk.on("role-play", pass);
    expect(walk.refusal).toEqual({ code: "left-out", step: "role-play" });
  });

  it("behind: names the step in the way", () => {
    const walk = new Walk();
    walk.on("lecture", begin);
    expect(walk.refusal).toEqual({ code: "behind", step: "lecture", earlier: "preview" });
    walk.on("lecture", submit);
    expect(walk.refusal).toMatchObject({ code: "behind" });
  });

  it("not-yet: says from when", () => {
    const walk = new Walk(calendarOf({ preview: { opensAt: day(2) } }));
    walk.on("preview", begin);
    expect(walk.refusal).toEqual({ code: "not-yet", step: "preview", opensAt: day(2) });
    walk.on("preview", { kind: "open", cause: { kind: "calendar" } });
    expect(walk.refusal).toMatchObject({ code: "not-yet" });
  });

  it("reason-missing: of a person's acts that take one", () => {
    const walk = new Walk().pass("preview");
    walk.on("quiz", { kind: "waive", cause: person("  ") });
    expect(walk.refusal).toEqual({ code: "reason-missing", step: "quiz", command: "waive" });
    walk.on("preview", { kind: "correct", outcome: "failed", cause: person("") });
    expect(walk.refusal).toMatchObject({ code: "reason-missing" });
    walk.on("quiz", { kind: "record", outcome: "passed", note: "seen", cause: person("") });
    expect(walk.refusal).toMatchObject({ code: "reason-missing" });
  });

  it("but not of a record in a step without a room: there it is the usual way", () => {
    const walk = new Walk(calendarOf({ preview: { hasRoom: false } }));
    walk.on("preview", { kind: "record", outcome: "passed", note: "", cause: person("") });
    expect(walk.state("preview")).toBe("passed");
  });

  it("illegal: every command that a state does not admit, and no other", () => {
    const calendar = calendarOf();
    for (const state of STEP_STATES) {
      const walk = new Walk(calendar);
      const road = { ...walk.road, steps: walk.road.steps.map((progress) => (progress.step === "preview" ? { ...progress, state } : progress)) };
      for (const kind of COMMAND_KINDS) {
        const refusal = refusalOf(road, "preview", kind, { calendar, now: MONDAY });
        expect(refusal).toEqual(isLegal(state, kind) ? null : { code: "illegal", step: "preview", state, command: kind });
      }
    }
  });
});
