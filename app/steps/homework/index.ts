/** The door of the homework room for pure things and components. */
export type { Assignment, Part, PartKind, ShownAssignment, ShownPart } from "./assignment";
export { COMMANDS, HOMEWORK_STATES, type HomeworkState, takes, type Verdict, VERDICTS } from "./homework";
export { MUTUAL_AFTER_HOURS, REVIEW_HOURS, type ReviewState } from "./review/review-rules";
export * from "./paths";
export { WorkScreen, type WorkAnswer, type WorkScreenProps } from "./work/WorkScreen";
export { RehearsalsScreen, type RehearsalsScreenProps } from "./RehearsalsScreen";
export { ReviewsScreen, type ReviewsScreenProps } from "./review/ReviewsScreen";
export { ReviewScreen, type ReviewScreenProps } from "./review/ReviewScreen";
export { SubmissionScreen, type SubmissionRefusal, type SubmissionScreenProps } from "./SubmissionScreen";
export { ClassScreen, type ClassScreenProps } from "./ClassScreen";
export { HomeworkEvidence, type HomeworkEvidenceProps } from "./HomeworkEvidence";
export { ExhibitView } from "./ExhibitView";
