/** The only door for other rooms' server code. */
export { knownDifficulties } from "./known-difficulties.server";
export { learnPriors } from "./learn-priors.server";
export { recordCapabilities, recordCapability, retractCapability } from "./record-capability.server";
export { estimatesOf, type Estimates } from "./estimates-of.server";
export { ageEstimates } from "./refresh-estimates.server";
export { capabilityPage, type CapabilityPage, type CompetencyView } from "./capability-page.view.server";
export { capabilityRight, type CapabilityRight } from "./capability-right.server";
export { figurePage, type FigurePage, type FigureRow } from "./figure-page.view.server";
export { daysAhead, type Memory, newMemory, recall, type Recalled } from "./review/memory";
export { ownRatings, rateSelf, type SelfRatings } from "./rate-self.server";
