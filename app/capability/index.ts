/** Pure things and components, for everybody. */
export { COMPETENCIES, COMPETENCY_GROUPS, COMPETENCY_IDS, competenciesOf, type Competency, type CompetencyGroup, isCompetency } from "./competency";
export { type CapabilityLine, type CapabilityStatement, type Source, SOURCE_KINDS, type SourceKind, type View, VIEWS } from "./entry";
export { difficultyOf } from "./difficulty";
export type { Estimate, Posterior, Prior, WeighedLine } from "./estimate";
export { rubricLines } from "./rubric-lines";
export { KINDS, METHOD, MIN_N, MIN_N_VIEW, READY, VIEWS_IN_FIGURE } from "./weights";
export { capabilityPath, figurePath, OWN_CAPABILITY_PATH, RATE_SELF_PATH, REVIEW_PATH } from "./paths";
export { AHEAD_DAYS, MOST_A_DAY, type Occasion, type QueueCard, type QueuedCard, todaysQueue } from "./review/queue";
export { RATINGS, type RecallRating } from "./review/rating";
export { SELF_LEVELS, type SelfLevel } from "./self-rating";
export { type Standing, standingOf, STANDINGS } from "./standing";
export { type Gap, type SeenBy } from "./views";
export { CapabilityScreen, type CapabilityScreenProps } from "./CapabilityScreen";
export type { LinkedRow } from "./EvidenceList";
export { FigureScreen, type FigureScreenProps } from "./FigureScreen";
export type { FigureRow } from "./figure-page.view.server";
export { IntervalBar } from "./IntervalBar";
export { RateSelfScreen } from "./RateSelfScreen";
