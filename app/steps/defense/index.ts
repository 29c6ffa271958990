/** The door of the defense room for pure things and components. */
export type { CandidateTask, DefenseTask, ShownPrompt } from "./task";
export * from "./days";
export * from "./raters";
export * from "./paths";
export { DEFENSE_STATES, type DefenseState } from "./room/defense";
export { criterionPositions, CHAIR_TEXTS, chairPosition, type PromptMark, PROMPT_MARKS, promptPosition } from "./room/places";
export { RoomScreen, type RoomScreenProps } from "./room/RoomScreen";
export { LockScreen } from "./room/LockScreen";
export { VerdictScreen } from "./room/VerdictScreen";
export { RecordScreen } from "./room/RecordScreen";
export { FeedbackScreen } from "./room/FeedbackScreen";
export { ConditionScreen } from "./room/ConditionScreen";
export { OpenConditions } from "./room/OpenConditions";
export { DefenseEvidence } from "./room/DefenseEvidence";
export { OwnDefenses } from "./room/OwnDefenses";
