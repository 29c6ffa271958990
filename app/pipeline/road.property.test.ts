import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cause, COMMAND_KINDS, type CommandKind, type StepCommand } from "./command";
import { decide } from "./decide";
import { commandForReport, OUTCOMES } from "./evidence";
import { evolve, replay } from "./event";
import { isComplete, progressIn, stateAt, stepsOn, unfinishedBefore } from "./road";
import { enabledCommands, type NamedBlocker, situation } from "./situation";
import { isDone, PARTIES, type Party, STEPS, type Step } from "./step";
import { calendarOf, day, evidence, person, Walk } from "./testing";

const cause: fc.Arbitrary<Cause> = fc.oneof(fc.constantFrom("1", "2").map(evidence), fc.constantFrom("was ill", "").map(person));
const personCause = fc.constantFrom("was ill", "mistake", " ").map(person);
const step = fc.constantFrom(...STEPS);

const command: fc.Arbitrary<StepCommand> = fc.oneof(
  cause.map((cause): StepCommand => ({ kind: "begin", cause })),
  cause.map((cause): StepCommand => ({ kind: "submit", cause })),
  // Twice as likely: else hardly a road gets anywhere.
  cause.map((cause): StepCommand => ({ kind: "pass", cause })),
  cause.map((cause): StepCommand => ({ kind: "pass", cause })),
  fc.record({ kind: fc.constant("fail" as const), final: fc.boolean(), cause }),
  fc.record({ kind: fc.constantFrom("reopen" as const, "waive" as const, "withdraw-waiver" as const), cause: personCause }),
  fc.record({ kind: fc.constant("record" as const), outcome: fc.constantFrom("passed" as const, "failed" as const), note: fc.constant("seen"), cause: personCause }),
  fc.record({ kind: fc.constant("correct" as const), outcome: fc.constantFrom("passed" as const, "failed" as const, "none" as const), final: fc.boolean(), cause: fc.oneof(personCause, fc.constant(evidence() as Extract<Cause, { kind: "evidence" }>)) }),
  fc.constant<StepCommand>({ kind: "open", cause: { kind: "calendar" } }),
);

const date = fc.option(fc.integer({ min: -5, max: 40 }).map(day), { freq: 2 });
const plan = fc.record({ included: fc.boolean(), opensAt: date, dueAt: date, reviewDays: fc.integer({ min: 1, max: 9 }), hasRoom: fc.boolean() });
const calendar = fc.dictionary(step, plan, { maxKeys: 4 });

type Happening =
  | { kind: "command"; step: Step; command: StepCommand }
  | { kind: "report"; step: Step; outcome: (typeof OUTCOMES)[number]; id: string }
  | { kind: "replan"; changes: Parameters<Walk["replan"]>[0] }
  | { kind: "days"; days: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("command" as const), step, command }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("report" as const), step, outcome: fc.constantFrom(...OUTCOMES), id: fc.constantFrom("1", "2") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("replan" as const), changes: calendar }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("days" as const), days: fc.integer({ min: 1, max: 10 }) }) },
);

function happen(walk: Walk, one: Happening): void {
  switch (one.kind) {
    case "command":
      walk.on(one.step, one.command);
      return;
    case "report": {
      const asked = commandForReport(progressIn(walk.road, one.step), one.outcome, { kind: "reading", id: one.id }, null);
      if (asked) walk.on(one.step, asked);
      return;
    }
    case "replan":
      walk.replan(one.changes);
      return;
    case "days":
      walk.now = new Date(walk.now.getTime() + (day(one.days).getTime() - day(0).getTime()));
  }
}

/** `check` holds on every road that a random sequence of happenings leads to, at every point on the way. */
function always(check: (walk: Walk) => void, numRuns = 300): void {
  fc.assert(
    fc.property(calendar, fc.array(happening, { maxLength: 40 }), (changes, happenings) => {
      const walk = new Walk(calendarOf(changes));
      check(walk);
      for (const one of happenings) {
        happen(walk, one);
        check(walk);
      }
    }),
    { numRuns },
  );
}

const look = (walk: Walk) => ({ now: walk.now, calendar: walk.calendar });

describe("on every reachable road", () => {
  it("an unfinished step has an action or a named blocker with a deadline, and so has the road", () => {
    always((walk) => {
      const { steps, next } = situation(walk.road, look(walk));
      const wrong = steps.filter(({ state, waiting, blockers, actions, late }) => {
        const open = actions.length + blockers.length > 0;
        const timeless = [...blockers, ...(waiting ? [waiting] : [])].some(({ by }) => !Number.isFinite(by.getTime()));
        return timeless || (isDone(state) ? waiting !== null || open || late : !open);
      });
      // One expectation a moment: on thousands of roads they cost more than what is looked at.
      expect(wrong).toEqual([]);
      if (next.kind === "act") expect(steps.find((one) => one.step === next.step)?.actions).not.toEqual([]);
      expect(next.kind === "complete").toBe(isComplete(walk.road));
      expect(next.kind === "empty").toBe(steps.length === 0);
    });
  });

  it("whoever is waited for can do something about it", () => {
    always((walk) => {
      const wrong: string[] = [];
      for (const { step, waiting } of situation(walk.road, look(walk)).steps) {
        if (!waiting) continue;
        const canAct =
          waiting.waitsFor === "calendar"
            ? waiting.by > walk.now
            : waiting.waitsFor === "previous-step"
              ? waiting.step === unfinishedBefore(walk.road, step)?.step
              : enabledCommands(walk.road, step, waiting.waitsFor, look(walk)).length > 0;
        if (!canAct) wrong.push(`${step} waits for ${waiting.waitsFor}`);
      }
      expect(wrong).toEqual([]);
    });
  });

  it("what is offered is accepted, and what is not offered to anybody is refused", () => {
    always((walk) => {
      const wrong: string[] = [];
      for (const { step } of walk.road.steps) {
        const offered = new Set(PARTIES.flatMap((party) => enabledCommands(walk.road, step, party, look(walk))));
        for (const kind of COMMAND_KINDS) {
          const { ok } = decide(walk.road, { ...sample(kind), step, at: walk.now }, look(walk));
          if (offered.has(kind) && !ok) wrong.push(`${kind} on ${step} is refused`);
          // Rooms may begin and submit in the name of whoever holds the class; nobody presses a button for it.
          const byTheRoom = !walk.calendar[step].hasRoom || kind === "open" || kind === "begin" || kind === "submit";
          if (!offered.has(kind) && ok && !byTheRoom) wrong.push(`${kind} on ${step} is accepted`);
        }
      }
      expect(wrong).toEqual([]);
    }, 100);
  });

  it("replaying the history gives the same road", () => {
    always((walk) => {
      expect(replay("enrolment", "03-build-trust", walk.history)).toEqual(walk.road);
      expect(walk.history.map((event) => event.seq)).toEqual(walk.history.map((_, index) => index + 1));
    });
  });

  it("of two who act on the same version, only one's events fit", () => {
    fc.assert(
      fc.property(calendar, fc.array(happening, { maxLength: 20 }), step, command, step, command, (changes, happenings, stepA, a, stepB, b) => {
        const walk = new Walk(calendarOf(changes));
        for (const one of happenings) happen(walk, one);
        const [first, second] = [{ ...a, step: stepA }, { ...b, step: stepB }].map((asked) => decide(walk.road, { ...asked, at: walk.now }, walk));
        fc.pre(first?.ok === true && second?.ok === true && first.value.length > 0 && second.value.length > 0);
        const after = first.value.reduce(evolve, walk.road);
        expect(() => second.value.reduce(evolve, after)).toThrow(/cannot follow/);
      }),
    );
  });

  it("what is earned is lost by nothing but an act on that very step", () => {
    always((walk) => {
      for (const event of walk.history) {
        if (event.kind === "opened") expect([event.from, event.to]).toEqual(["locked", "available"]);
        if (event.kind === "locked") expect([event.from, event.to]).toEqual(["available", "locked"]);
        if (event.kind === "left-out" || event.kind === "added") expect(event.to).toBe(event.from);
      }
    });
  });

  it("nothing unfinished lies before an available step, and the stored state is what the day makes of it", () => {
    always((walk) => {
      expect(stepsOn(walk.road).filter(({ step, state }) => state === "available" && unfinishedBefore(walk.road, step))).toEqual([]);
      // After anything was decided today, nothing due is left locked.
      if (walk.history.at(-1)?.at === walk.now && walk.refusal === null) {
        expect(stepsOn(walk.road).filter(({ step, state }) => stateAt(walk.road, step, walk.calendar, walk.now) !== state)).toEqual([]);
      }
    });
  });

  it("whoever acts when it is their turn gets the road to its end", () => {
    fc.assert(
      fc.property(calendar, fc.array(happening, { maxLength: 40 }), (changes, happenings) => {
        const walk = new Walk(calendarOf(changes));
        for (const one of happenings) happen(walk, one);
        for (let turn = 0; turn < 60; turn++) {
          walk.refusal = null;
          const { next } = situation(walk.road, look(walk));
          if (next.kind === "complete" || next.kind === "empty") return;
          if (next.kind === "blocked") lift(walk, next.step, next.blocker);
          else if (next.action === "finish") walk.on(next.step, { kind: "pass", cause: evidence("9") });
          else walk.on(next.step, { kind: "begin", cause: evidence("9") });
          expect(walk.refusal).toBeNull();
        }
        expect.fail(`still on the way: ${walk.states}`);
      }),
      { numRuns: 300 },
    );
  });
});

/** The blocker's own act. */
function lift(walk: Walk, step: Step, { waitsFor, what, by }: NamedBlocker): void {
  if (waitsFor === "calendar") {
    walk.now = by;
    return;
  }
  const kinds = enabledCommands(walk.road, step, waitsFor as Party, look(walk));
  const kind = what === "reopen" ? "reopen" : kinds.includes("pass") ? "pass" : "record";
  expect(kinds).toContain(kind);
  walk.on(step, sample(kind));
}

function sample(kind: CommandKind): StepCommand {
  switch (kind) {
    case "begin":
    case "submit":
    case "pass":
      return { kind, cause: evidence("9") };
    case "fail":
      return { kind, final: true, cause: evidence("9") };
    case "reopen":
    case "waive":
    case "withdraw-waiver":
      return { kind, cause: person() };
    case "record":
      return { kind, outcome: "passed", note: "seen", cause: person() };
    case "correct":
      return { kind, outcome: "none", cause: person() };
    case "open":
      return { kind, cause: { kind: "calendar" } };
  }
}
