/** The door of field tracking for routes, other rooms' server code, the jobs and the seed. */
export { logApplication, type LogError, type NewApplication } from "./log-application.server";
export { logSchema, takeLog, type LogReceipt } from "./take-log.server";
export { confirmApplication, type DecideError } from "./confirm-application.server";
export { returnApplication, type ReturnError, withdrawConfirmation } from "./return-application.server";
export { type OwnError, removeApplication, sendAgain } from "./own-application.server";
export { checkpoints, type ShownCheckpoint } from "./checkpoints.server";
export { type CheckpointError, writeCheckpoint } from "./write-checkpoint.server";
export { type Notice, remindManagers, type WriteNotice } from "./remind-managers.server";
export { beginMeeting, endMeeting } from "./begin-meeting.server";
export { addMinute, type CommitmentError, makeCommitment } from "./keep-minutes.server";
export { settleCommitment, type SettleError } from "./settle-commitment.server";
export { type CoachingError, logCoaching, type NewCoachingNote } from "./log-coaching.server";
export { followUp, type FollowError, seeCoaching, withdrawCoaching } from "./follow-coaching.server";
// Pages.
export { type Told, toldAbout } from "./told-about.server";
export { planPage, stepPage, type StepPage } from "./step-page.view.server";
export { applicationPage, type ApplicationPage } from "./application-page.view.server";
export { dealCard, type DealCard } from "./deal-card.view.server";
export { COACH_PAGE_SIZE, coachPage, type CoachPage } from "./coach-page.view.server";
export { coachedStep, fieldParty, type FieldParty } from "./field-party.server";
export { COACHING_PAGE_SIZE, coachedPeople, coachingPage, type CoachingPage, type OwnField, ownField } from "./coaching.view.server";
export { coachedAmong, type LyingUse, lyingUses } from "./lying-uses.view.server";
export { meetingPage, type MeetingPage } from "./meeting-page.view.server";
export { fieldOfLearner, type FieldOfLearner } from "./field-of-learner.view.server";
// What executives' figures are made of.
export { type ApplicationFact, applicationsOf, certifiedWithSheet, type CertifiedPerson, type CoachingCoverage, coachingCoverage } from "./field-results.server";
