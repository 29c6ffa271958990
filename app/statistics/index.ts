export { agreementWithin } from "./agreement";
export { bootstrapInterval, type BootstrapOptions } from "./bootstrap";
export { type Coincidences, coincidencesOf, sumCoincidences, valuesOf } from "./coincidences";
export { type Icc, iccAgreement } from "./icc";
export { ALPHA_METRICS, type AlphaMetric, krippendorffAlpha } from "./krippendorff";
export { normalCdf, normalQuantile } from "./normal";
export { median, quantile, sortedQuantile } from "./quantile";
export type { Interval, Ratings } from "./ratings";
export { type Estimate, raterSeverity, type Severity } from "./severity";
