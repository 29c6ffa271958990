/** The door of the homework room for pure things and components. */
export type { Assignment, Part, PartKind, ShownAssignment, ShownPart } from "./assignment";
export { COMMANDS, HOMEWORK_STATES, type HomeworkState, takes, type Verdict, VERDICTS } from "./homework";
export { REVIEW_HOURS, type ReviewState } from "./review/review-rules";
