/** Pure things and components, for everybody. */
export { COMPETENCIES, COMPETENCY_GROUPS, COMPETENCY_IDS, competenciesOf, type Competency, type CompetencyGroup, isCompetency } from "./competency";
export { type CapabilityLine, type CapabilityStatement, type Source, SOURCE_KINDS, type SourceKind, type View, VIEWS } from "./entry";
export { difficultyOf } from "./difficulty";
export type { Estimate, Posterior, Prior, WeighedLine } from "./estimate";
export { rubricLines } from "./rubric-lines";
export { KINDS, METHOD, MIN_N, MIN_N_VIEW, VIEWS_IN_FIGURE } from "./weights";
