/** Who an unfinished step waits for, for what, and until when. */
import { type Calendar, dateHasCome, type Road, progressIn, stateAt, unfinishedBefore } from "./road";
import { STEP_PARTIES, type Step, type WaitsFor } from "./step";

/** Days for a step from the day it opened, when the cohort gives it no date. */
export const DEFAULT_STEP_DAYS = 14;

export const MATTERS = [
  "begin", "finish", "retry", // the learner
  "hold", "hold-again", // whoever holds the class or the defense
  "review", "reopen", "record", // whoever judges
  "opens", "earlier-step",
] as const;
/** What is waited for; a screen says it in words. */
export type Matter = (typeof MATTERS)[number];

/** Someone or something that a step waits for. There always is a deadline; it may be past. */
export interface Blocker {
  waitsFor: WaitsFor;
  what: Matter;
  by: Date;
  /** The earlier step, for `earlier-step`. */
  step?: Step;
}

const DAY = 24 * 60 * 60 * 1000;

/** `days` after `date`. */
export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}

/** The one thing that `step` waits for next; null when it is passed, waived or not on the road. */
export function standing(road: Road, step: Step, calendar: Calendar, now: Date): Blocker | null {
  const progress = progressIn(road, step);
  if (!progress.included || road.version === 0) return null;
  const plan = calendar[step];
  const { doer, reviewer } = STEP_PARTIES[step];
  const judged = daysAfter(progress.since, plan.reviewDays);
  const turn = (learners: Matter, others: Matter): Blocker => {
    if (!plan.hasRoom) return { waitsFor: "instructor", what: "record", by: later(due(road, step, calendar), judged) };
    if (doer === "learner") return { waitsFor: "learner", what: learners, by: due(road, step, calendar) };
    return { waitsFor: doer, what: others, by: later(due(road, step, calendar), judged) };
  };
  switch (stateAt(road, step, calendar, now)) {
    case "passed":
    case "waived":
      return null;
    case "locked":
      return heldUp(road, step, calendar, now) ?? { waitsFor: "calendar", what: "opens", by: plan.opensAt ?? now };
    case "available":
      return turn("begin", "hold");
    case "in-progress":
      return turn("finish", "hold");
    case "awaiting-review":
      return { waitsFor: reviewer, what: "review", by: judged };
    case "failed":
      if (progress.final) return { waitsFor: "instructor", what: "reopen", by: judged };
      return heldUp(road, step, calendar, now) ?? (dateHasCome(calendar, step, now) ? turn("retry", "hold-again") : { waitsFor: "calendar", what: "opens", by: plan.opensAt ?? now });
  }
}

/** What holds `step` up from earlier on the road: the first unfinished step and its deadline. */
export function heldUp(road: Road, step: Step, calendar: Calendar, now: Date): Blocker | null {
  const earlier = unfinishedBefore(road, step);
  if (!earlier) return null;
  const by = standing(road, earlier.step, calendar, now)?.by ?? due(road, earlier.step, calendar);
  return { waitsFor: "previous-step", what: "earlier-step", step: earlier.step, by };
}

/** The cohort's date for a step or, where it has none, `DEFAULT_STEP_DAYS` after the step opened. */
export function due(road: Road, step: Step, calendar: Calendar): Date {
  const { dueAt, opensAt } = calendar[step];
  return dueAt ?? daysAfter(later(progressIn(road, step).since, opensAt), DEFAULT_STEP_DAYS);
}

/**
 * The deadline a list of late steps goes by. A locked step has only the cohort's own date: it is not the step's fault
 * when an earlier one drags on.
 */
export function deadline(road: Road, step: Step, calendar: Calendar, now: Date): Date | null {
  const blocker = standing(road, step, calendar, now);
  if (!blocker) return null;
  return stateAt(road, step, calendar, now) === "locked" ? calendar[step].dueAt : blocker.by;
}

function later(a: Date, b: Date | null): Date {
  return b && b > a ? b : a;
}
