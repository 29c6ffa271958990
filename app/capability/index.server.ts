/** The only door for other rooms' server code. */
export { knownDifficulties } from "./known-difficulties.server";
export { learnPriors } from "./learn-priors.server";
export { recordCapabilities, recordCapability, retractCapability } from "./record-capability.server";
export { estimatesOf, type Estimates } from "./estimates-of.server";
export { ageEstimates } from "./refresh-estimates.server";
