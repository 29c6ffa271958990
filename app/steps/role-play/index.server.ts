/** The door of the role-play room for routes, other rooms' server code and the seed. */
export { publishScenarios, type PublishScenariosInput, type PublishScenariosReport } from "./publish-scenarios.server";
export { readScenarios, type ScenarioFile } from "./read-scenarios.server";
export { chaptersWithScenarios, scenariosByHash } from "./load-scenarios.server";
// Sessions.
export { type ChangeError, changeSession, planSession, type RolePlayPlan, type RolePlayPlanError } from "./plan-session.server";
export { cancelSession, endSession, type RunError, startSession } from "./run-session.server";
export { arrive, type PresenceEntry, type PresenceError, setPresence } from "./set-presence.server";
export { inviteLearners, type Occasion, type WriteInvitation } from "./invite.server";
export { findSession, type SessionKey } from "./rows.server";
export { knownSession } from "./session-access.server";
export { sessionTopic } from "./announce.server";
// Groups and rounds.
export { type FormError, formTriads, repairTriads } from "./form-triads.server";
export { planSecondTries, type SecondTryError } from "./second-try.server";
export { finishRound, type RoundError, startRounds, stopRounds, voidRound } from "./run-rounds.server";
export { advanceDebrief, endConversation, type PlayError } from "./play-round.server";
export { observerOpsSchema, type SentObserverOp } from "./observer-op-schema.server";
export { type MarkReceipt, recordMarks } from "./record-marks.server";
export { reviewSelf, type SelfReviewError } from "./self-review.server";
export { assessRound, type AssessError } from "./assess-round.server";
export { type ConsentError, giveConsent } from "./consent.server";
export { beginRecording, mayReadRecording, recordingCompleted, type RecordingError, stopRecording } from "./record-round.server";
export { loadStandings } from "./standings.server";
// What the pages show.
export { type SessionLine, sessionList, type SessionList } from "./session-list.view.server";
export { type Board, board, type BoardGroup, type BoardPerson, type BoardRound } from "./board.view.server";
export { roundScreen } from "./round-screen.view.server";
export { type RoundPage, roundPage } from "./round-page.view.server";
export { nextRolePlay, type OwnRolePlays, ownRolePlays, type OwnRound, type OwnSession } from "./own-sessions.view.server";
export { rolePlaysOfLearner, type RolePlaysOfLearner } from "./role-plays-of-learner.view.server";
export { sayRounds, unsaidRounds } from "./capability.server";
