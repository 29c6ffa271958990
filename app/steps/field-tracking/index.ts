/** The door of field tracking for pure things and components. */
export { APPLICATION_STATES, type ApplicationState, COMMANDS, LEAST_NOTE, LEAST_REMARK, MOST_NOTE, QUALITY_LEVELS, type QualityLevel } from "./application";
export { FOLLOW_UPS, type FollowUp, MOST_LINES, OBSERVED_LEVELS, OBSERVED_SKILLS } from "./coaching";
export { COMMITMENT_ACTS, meetingPartOf, SHEETS_FROM_STAGE } from "./meeting";
export { MOST_CHECKPOINT_TEXT } from "./plan";
export * from "./paths";
export { StepScreen, type StepScreenProps } from "./learner/StepScreen";
export { DealCardScreen } from "./learner/DealCardScreen";
export { FieldBook } from "./learner/FieldBook";
export { FieldHead } from "./learner/FieldTabs";
export { type PlanAnswer, PlanList } from "./PlanList";
export { ApplicationScreen } from "./ApplicationScreen";
export { ToldNotice } from "./ToldNotice";
export { FieldEvidence } from "./FieldEvidence";
export { CoachScreen } from "./manager/CoachScreen";
export { CoachingScreen } from "./manager/CoachingScreen";
export { NewNoteScreen } from "./manager/NewNoteScreen";
export { MeetingScreen } from "./meeting-view/MeetingScreen";
