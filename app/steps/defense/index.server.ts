/** The door of the defense room for routes, the server and the seed. */
export { readTasks, type TaskFile } from "./read-tasks.server";
export { publishTasks } from "./publish-tasks.server";
export { candidateTask, currentTasks, type PinnedTask } from "./load-task.server";
// What came of it, for statistics and dashboards.
export { type LockedScore, lockedScores, type ScoreFilter } from "./room/locked-scores.server";
export { type SignedVerdict, signedVerdicts } from "./room/signed-verdicts.server";
export * from "./days/index.server";
// How examiners rate: seasons, severity, calibration.
export * from "./raters/index.server";
