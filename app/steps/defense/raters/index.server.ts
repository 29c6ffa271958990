/** How examiners rate: what routes, the server and the seed use of it. Part of the door `~/steps/defense/index.server`. */
export { anchorPage, type AnchorPage } from "./anchor-page.view.server";
export { calibratedExaminers, type CalibratedExaminers } from "./calibrated-examiners.view.server";
export { calibrationPage, type CalibrationPage } from "./calibration-page.view.server";
export { ownSeverity, type OwnSeverity } from "./own-severity.view.server";
export { publishAnchors } from "./publish-anchors.server";
export { type AnchorFile, readAnchors } from "./read-anchors.server";
export { scoreAnchor, type ScoreAnchorError } from "./score-anchor.server";
export { seasonTables } from "./season-tables.server";
export { SEASON_PAGE_SIZE, seasonPage, type SeasonPage } from "./season-page.view.server";
