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
// The room: what the panel does.
export { BEGIN_EARLY_MS, beginDefense, type BeginError } from "./room/begin-defense.server";
export { moveDefense, type MoveError as MoveDefenseError } from "./room/move-defense.server";
export { saveSheet, type SheetOp } from "./room/save-sheet.server";
export { saveForm } from "./room/save-form.server";
export { sheetOpsSchema } from "./room/sheet-ops-schema.server";
export { lockScores } from "./room/lock-scores.server";
export { closeScoring, dismissExaminer, excuseSigner } from "./room/let-go.server";
export { agreeLevel, reviseScore } from "./room/reconcile.server";
export { decideVerdict, type VerdictInput } from "./room/decide-verdict.server";
export { reopenVerdict, signVerdict } from "./room/sign-verdict.server";
export { passChair } from "./room/pass-chair.server";
export { settleCondition } from "./room/settle-condition.server";
export { remindCheckers } from "./room/remind-checkers.server";
export type { VerdictPost } from "./room/verdict-letters.server";
export { verdictLetter, type VerdictLetter } from "./room/verdict-letter";
export { roomTopic } from "./room/announce.server";
// The room: what its pages show.
export { liesOnTable } from "./room/lies-on-table.server";
export { roomMember } from "./room/room-member.server";
export { type RoomPage, roomPage } from "./room/room-page.view.server";
export { type RecordPage, recordPage } from "./room/record-page.view.server";
export { type FeedbackPage, feedbackPage } from "./room/feedback-page.view.server";
export { type ConditionPage, conditionPage, type OpenCondition, openConditions } from "./room/condition-page.view.server";
export { type DefenseOfLearner, defensesOfLearner } from "./room/defenses-of-learner.view.server";
