/** The door of the lecture room for routes, other rooms' server code and the seed. */
export { planSession } from "./plan-session.server";
export { changeSession, type ChangeError } from "./change-session.server";
export { cancelSession, endSession, type RunError, startSession } from "./run-session.server";
export { type AttendanceEntry, recordAttendance, type RecordError, unmarkedLearners } from "./record-attendance.server";
export { type CheckedIn, checkIn, type CheckInError } from "./check-in.server";
export { type CheckInCode, CODE_SECONDS, currentCode } from "./check-in-code";
export { type CodeCard, codeCard } from "./code-card.server";
export { inviteLearners, type Occasion, type WriteInvitation } from "./invite.server";
export { showCode, showSlide, type ShowError } from "./show.server";
export { closePoll, openPoll, type PollError, revealPoll } from "./run-poll.server";
export { type AnswerError, answerPoll } from "./answer-poll.server";
export { roomTopic, sessionTopic } from "./announce.server";
export { loadSnapshot } from "./load-snapshot.server";
export { anySession, openSessions, ownSession, type OwnPlace } from "./own-session.server";
export { findSession, type SessionKey } from "./rows.server";
// What the pages show.
export { sessionList, type SessionLine, type SessionList } from "./session-list.view.server";
export { type RollLine, sessionPage, type SessionPage } from "./session-page.view.server";
export { learnerLectures, nextSession, type OwnSession } from "./learner-lectures.view.server";
export { type Deck, presenterPage, type PresenterPage, projectorPage, type ProjectorPage } from "./presenter.view.server";
export { livePage, type LivePage } from "./live-page.view.server";
// For the instructor's page of a learner's evidence.
export { type AttendanceHistoryEntry, attendanceOfLearner, type AttendanceOfSession } from "./attendance-of-learner.view.server";
