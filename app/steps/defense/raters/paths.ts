/** How examiners agree, over a season. */
export const RATERS_PATH = "/raters";

/** A season as a file; `search` is the season's filter (`seasonSearch`). */
export function seasonExportPath(format: "csv" | "xlsx", search: string): string {
  return `${RATERS_PATH}/export/season.${format}${search}`;
}

/** Which examiners are calibrated. */
export const CALIBRATED_PATH = `${RATERS_PATH}/calibration`;

/** An examiner's own calibration. */
export const CALIBRATION_PATH = "/defend/calibration";

/** One anchor defense, to be scored or compared; `again` asks for the case once more. */
export function anchorPath(key: string, again = false): string {
  return `${CALIBRATION_PATH}/${key}${again ? "?again=1" : ""}`;
}
