/** What happened, and how a road follows from it. */
import type { Cause } from "./command";
import { emptyRoad, isComplete, type Road, type StepProgress } from "./road";
import { STEPS, type Step, type StepState } from "./step";

export const EVENT_KINDS = [
  "started", "opened", "locked", "begun", "submitted", "passed", "failed", "reopened",
  "waived", "waiver-withdrawn", "recorded", "corrected", "left-out", "added",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

interface EventBase {
  /** 1, 2, 3, … on its road. */
  seq: number;
  cause: Cause;
  /** Null is the system. */
  actorId: string | null;
  note: string | null;
  at: Date;
}

/** The road begins, with these steps on it. */
export interface StartedEvent extends EventBase {
  kind: "started";
  steps: readonly Step[];
}

/** One step's state changed. `left-out` and `added` keep the state and change whether it counts. */
export interface StepEvent extends EventBase {
  kind: Exclude<EventKind, "started">;
  step: Step;
  from: StepState;
  to: StepState;
  /** Only with `to: "failed"`: a person must reopen. */
  final: boolean;
}

export type ProgressEvent = StartedEvent | StepEvent;

/** The road after `event`. Looks at nothing but the two: dates and gates played their part when it was decided. */
export function evolve(road: Road, event: ProgressEvent): Road {
  if (event.seq !== road.version + 1) throw new Error(`event ${event.seq} cannot follow version ${road.version}`);
  const steps = event.kind === "started" ? started(road, event) : road.steps.map((progress) => (progress.step === event.step ? moved(progress, event) : progress));
  const next: Road = { ...road, version: event.seq, steps };
  return { ...next, completedAt: isComplete(next) ? (road.completedAt ?? event.at) : null };
}

/** The road that a history leads to. */
export function replay(enrolmentId: string, chapterSlug: string, events: readonly ProgressEvent[]): Road {
  return events.reduce(evolve, emptyRoad(enrolmentId, chapterSlug));
}

function started(road: Road, event: StartedEvent): StepProgress[] {
  return road.steps.map((progress) => ({ ...progress, included: event.steps.includes(progress.step), since: event.at }));
}

function moved(progress: StepProgress, event: StepEvent): StepProgress {
  switch (event.kind) {
    case "left-out":
      return { ...progress, included: false };
    case "added":
      return { ...progress, included: true };
    case "waived":
      // What lies beneath stays as it is, for the day the waiver is withdrawn.
      return { ...progress, state: event.to, since: event.at, beneath: event.from };
    case "waiver-withdrawn":
      return { ...progress, state: event.to, since: event.at, beneath: null };
    case "opened":
    case "locked":
      return { ...progress, state: event.to, since: event.at, final: false, evidence: null };
    case "reopened":
      // Work sent back is still that work; another try starts from nothing.
      return { ...progress, state: event.to, since: event.at, final: false, reopenedAt: event.at, evidence: event.to === "in-progress" ? progress.evidence : null };
    case "begun":
    case "submitted":
    case "passed":
    case "failed":
    case "recorded":
    case "corrected": {
      const nothingLeft = event.to === "locked" || event.to === "available";
      const evidence = event.cause.kind === "evidence" && !nothingLeft ? event.cause.evidence : null;
      return { ...progress, state: event.to, since: event.at, final: event.final, evidence, beneath: null };
    }
  }
}

/** The steps of a started road in order, for those who list them. */
export function includedSteps(road: Road): Step[] {
  return STEPS.filter((_, index) => road.steps[index]?.included);
}
