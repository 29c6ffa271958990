/** Roads and calendars for tests; nothing in the app imports it. */
import type { Cause, Command, PersonCause, PlanCommand, StepCommand } from "./command";
import { decide, type Refusal } from "./decide";
import { evolve, type ProgressEvent } from "./event";
import { type Calendar, emptyRoad, progressIn, type Road, type StepPlan } from "./road";
import { STEPS, type Step, type StepState } from "./step";

export const DAY = 24 * 60 * 60 * 1000;
export const MONDAY = new Date("2026-03-02T01:00:00Z");
export const day = (n: number) => new Date(MONDAY.getTime() + n * DAY);

export const evidence = (id = "1"): Cause => ({ kind: "evidence", evidence: { kind: "quiz-attempt", id } });
export const person = (reason = "was ill"): PersonCause => ({ kind: "person", actorId: "teacher", reason });

/** All eight steps with rooms and no dates, but for what is said otherwise. */
export function calendarOf(changes: Partial<Record<Step, Partial<StepPlan>>> = {}): Calendar {
  const plan: StepPlan = { included: true, opensAt: null, dueAt: null, reviewDays: 3, hasRoom: true };
  return Object.fromEntries(STEPS.map((step) => [step, { ...plan, ...changes[step] }])) as Calendar;
}

/** A road that is walked by commands; keeps its history. */
export class Walk {
  road: Road = emptyRoad("enrolment", "03-build-trust");
  history: ProgressEvent[] = [];
  refusal: Refusal | null = null;
  now = MONDAY;

  constructor(public calendar: Calendar = calendarOf()) {
    this.apply({ kind: "plan", cause: { kind: "calendar" }, actorId: "admin", at: this.now });
  }

  /** Carries `command` out; what happened by it, or nothing with `refusal` saying why. */
  apply(command: Command): ProgressEvent[] {
    const result = decide(this.road, command, { calendar: this.calendar });
    this.refusal = result.ok ? null : result.error;
    if (!result.ok) return [];
    this.road = result.value.reduce(evolve, this.road);
    this.history.push(...result.value);
    return result.value;
  }

  on(step: Step, command: StepCommand): ProgressEvent[] {
    return this.apply({ ...command, step, at: this.now });
  }

  pass(...steps: Step[]): this {
    for (const step of steps) this.on(step, { kind: "pass", cause: evidence(step) });
    return this;
  }

  replan(changes: Partial<Record<Step, Partial<StepPlan>>>): ProgressEvent[] {
    const command: PlanCommand = { kind: "plan", cause: { kind: "calendar" }, actorId: "admin" };
    this.calendar = calendarOf(changes);
    return this.apply({ ...command, at: this.now });
  }

  state(step: Step): StepState {
    return progressIn(this.road, step).state;
  }

  /** Every step's state, those left out in brackets. */
  get states(): string {
    return this.road.steps.map(({ state, included }) => (included ? state : `(${state})`)).join(" ");
  }
}

/** An event in one line. */
export function line(event: ProgressEvent): string {
  return event.kind === "started" ? "started" : `${event.step}: ${event.from} → ${event.to} (${event.kind}, ${event.cause.kind}, ${event.actorId ?? "system"})`;
}
