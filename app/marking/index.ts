/** The door of the marking room for pure things and components. */
export * from "./item";
export * from "./filter";
export * from "./paths";
export * from "./rubric";
export { EMPTY_DRAFT, type MarkDraft } from "./draft";
export { short } from "./points";
export { type ClaimAnswer, useClaim } from "./client/use-claim";
export { Beside } from "./Beside";
export { RubricForm, type RubricAct, type RubricFormProps } from "./RubricForm";
export { RubricLevels } from "./RubricLevels";
export { DoneFlash, MarkingFrame, type MarkingFrameProps } from "./MarkingFrame";
export { QueuePage, type QueuePageProps } from "./QueuePage";
export type { MarkingPlace } from "./marking-place.view.server";
