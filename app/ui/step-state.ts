/** The seven states of a step, as the pipeline names them. */
export const STEP_STATES = ["locked", "available", "in-progress", "awaiting-review", "passed", "failed", "waived"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Whether the step lies behind the learner. */
export function isDone(state: StepState): boolean {
  return state === "passed" || state === "waived";
}
