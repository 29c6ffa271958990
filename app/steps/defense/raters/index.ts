/** How examiners rate: pure things and components. Part of the door `~/steps/defense`. */
export { type AnchorRefusal, AnchorScreen, type AnchorScreenProps } from "./AnchorScreen";
export { CalibratedScreen, type CalibratedScreenProps } from "./CalibratedScreen";
export { CalibrationScreen, type CalibrationScreenProps } from "./CalibrationScreen";
export { anchorPath, CALIBRATED_PATH, CALIBRATION_PATH, RATERS_PATH } from "./paths";
export { readSeasonFilter, type SeasonFilter } from "./season-filter";
export { SeasonScreen, type SeasonScreenProps } from "./SeasonScreen";
