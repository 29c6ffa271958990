/** The aggregate: one enrolment on one chapter, and the calendar that it runs by. */
import { isDone, STEPS, type Step, type StepState } from "./step";

/** A record in some room that speaks for the learner, such as `{ kind: "quiz-attempt", id: "…" }`. */
export interface Evidence {
  kind: string;
  id: string;
}

export interface StepProgress {
  step: Step;
  /** False when the cohort or the chapter leaves the step out. What was earned in it is kept. */
  included: boolean;
  state: StepState;
  /** Since when it is in this state. */
  since: Date;
  /** Failed for good: only a person can reopen it. */
  final: boolean;
  /** What the present state stands on; null when it stands on a person's word or nothing has been done. */
  evidence: Evidence | null;
  /** The state a waiver covers and its withdrawal brings back. */
  beneath: StepState | null;
  /** When a person last gave it another chance: attempts count from there. */
  reopenedAt: Date | null;
}

export interface Road {
  enrolmentId: string;
  chapterSlug: string;
  /** Number of events so far; 0 is a road not yet started. */
  version: number;
  /** Since when every step on it is passed or waived. */
  completedAt: Date | null;
  /** All eight in order, those left out as well. */
  steps: readonly StepProgress[];
}

/** What a cohort says about one step of one chapter. */
export interface StepPlan {
  included: boolean;
  opensAt: Date | null;
  dueAt: Date | null;
  /** Days that whoever must judge or decide has for it. */
  reviewDays: number;
  /** False: no room for it (yet), the instructor records the outcome. */
  hasRoom: boolean;
}

export type Calendar = Readonly<Record<Step, StepPlan>>;

/** A road before its first event. */
export function emptyRoad(enrolmentId: string, chapterSlug: string): Road {
  const never = new Date(0);
  return {
    enrolmentId,
    chapterSlug,
    version: 0,
    completedAt: null,
    steps: STEPS.map((step) => ({
      step, included: false, state: "locked", since: never, final: false, evidence: null, beneath: null, reopenedAt: null,
    })),
  };
}

/** The progress in `step`; every road has all eight. */
export function progressIn(road: Road, step: Step): StepProgress {
  const found = road.steps[STEPS.indexOf(step)];
  if (found?.step !== step) throw new Error(`the road has its steps in the wrong order: ${step}`);
  return found;
}

/** The steps that count, in order. */
export function stepsOn(road: Road): StepProgress[] {
  return road.steps.filter((progress) => progress.included);
}

/** The first step before `step` that is neither passed nor waived: what `step` is held up by. */
export function unfinishedBefore(road: Road, step: Step): StepProgress | undefined {
  return stepsOn(road).find((progress) => STEPS.indexOf(progress.step) < STEPS.indexOf(step) && !isDone(progress.state));
}

/** Whether the calendar lets `step` begin at `now`. */
export function dateHasCome(calendar: Calendar, step: Step, now: Date): boolean {
  const { opensAt } = calendar[step];
  return opensAt === null || opensAt <= now;
}

/**
 * The state as it is at `now`: the stored one is a cache, and a date may have come, or been moved,
 * since it was written.
 */
export function stateAt(road: Road, step: Step, calendar: Calendar, now: Date): StepState {
  const { state } = progressIn(road, step);
  if (state !== "locked" && state !== "available") return state;
  return unfinishedBefore(road, step) === undefined && dateHasCome(calendar, step, now) ? "available" : "locked";
}

/** Whether there are steps and all of them are passed or waived. */
export function isComplete(road: Road): boolean {
  const steps = stepsOn(road);
  return steps.length > 0 && steps.every((progress) => isDone(progress.state));
}
