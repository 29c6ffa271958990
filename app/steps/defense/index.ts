/** The door of the defense room for pure things and components. */
export type { CandidateTask, DefenseTask, ShownPrompt } from "./task";
export * from "./days";
export * from "./raters";
