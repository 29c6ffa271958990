/** The eight steps, the states a learner can be in, and whose turn it is. */

/** The eight steps in their fixed order; chapters and cohorts only leave steps out. */
export const STEPS = ["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_STATES = ["locked", "available", "in-progress", "awaiting-review", "passed", "failed", "waived"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** People who can be waited for. */
export const PARTIES = ["learner", "instructor", "examiner", "manager"] as const;
export type Party = (typeof PARTIES)[number];

/** What an unfinished step can wait for. */
export const WAITS_FOR = [...PARTIES, "calendar", "previous-step"] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** Who does a step, and who judges it. */
export const STEP_PARTIES = {
  "preview": { doer: "learner", reviewer: "instructor" },
  "quiz": { doer: "learner", reviewer: "instructor" },
  "lecture": { doer: "instructor", reviewer: "instructor" },
  "group-work": { doer: "learner", reviewer: "instructor" },
  "role-play": { doer: "learner", reviewer: "instructor" },
  "homework": { doer: "learner", reviewer: "instructor" },
  "defense": { doer: "examiner", reviewer: "examiner" },
  "field-tracking": { doer: "learner", reviewer: "manager" },
} as const satisfies Record<Step, { doer: Party; reviewer: Party }>;

/**
 * Steps that have a room of their own in this version. In the others the instructor records the outcome.
 * A room that lands adds its step here; `replan` then tells the cached turns (see README).
 */
export const STEPS_WITH_ROOM: readonly Step[] = ["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"];

/** Whether nothing remains to be done: passed, or waived by a named person. */
export function isDone(state: StepState): boolean {
  return state === "passed" || state === "waived";
}

/** Whether `value` names one of the eight steps. */
export function isStep(value: string): value is Step {
  return (STEPS as readonly string[]).includes(value);
}
