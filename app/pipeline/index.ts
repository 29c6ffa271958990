/** The door for pure things; what touches the database goes through `index.server.ts`. */
export * from "./step";
export { emptyRoad, isComplete, progressIn, stateAt, stepsOn, unfinishedBefore } from "./road";
export type { Calendar, Evidence, Road, StepPlan, StepProgress } from "./road";
export * from "./command";
export * from "./event";
export { type Context, decide, type Refusal, refusalOf } from "./decide";
export { type Outcome, OUTCOMES } from "./evidence";
export { type Blocker, daysAfter, DEFAULT_STEP_DAYS, type Matter, MATTERS } from "./standing";
export * from "./situation";
export * from "./gates";
