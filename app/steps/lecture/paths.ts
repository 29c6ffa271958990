/** Addresses of this room. The routes are wired to them by `app/routes`. */
import { lecturesPath, stepPath } from "~/cohorts/paths";

export { lecturesPath };

/** One session: roll, start and end. */
export function lecturePath(cohortId: string, sessionId: string): string {
  return `${lecturesPath(cohortId)}/${sessionId}`;
}

/** The presenter's own window. */
export function presentPath(cohortId: string, sessionId: string): string {
  return `/present/${cohortId}/${sessionId}`;
}

/** What the room sees. */
export function projectorPath(cohortId: string, sessionId: string): string {
  return `/projector/${cohortId}/${sessionId}`;
}

/** The check-in code of the moment, for presenter and projector. */
export function codePath(cohortId: string, sessionId: string): string {
  return `/resources/lecture/${cohortId}/${sessionId}/code`;
}

/** The sessions of a chapter, for its learner. */
export function ownLecturesPath(enrolmentId: string, chapterSlug: string): string {
  return stepPath(enrolmentId, chapterSlug, "lecture");
}

/** The slides on the learner's phone. */
export function livePath(sessionId: string): string {
  return `/learn/live/${sessionId}`;
}

/** Where a learner checks in; the QR code leads there with its code. */
export function checkInPath(sessionId: string, code?: string): string {
  return code === undefined ? `/learn/checkin/${sessionId}` : `/learn/checkin/${sessionId}?code=${code}`;
}

/** The address that can be said aloud: leads to the class that the learner can check in to now. */
export function checkInNowPath(): string {
  return "/learn/checkin";
}

/** The session as a calendar entry. */
export function calendarPath(sessionId: string): string {
  return `/calendar/lecture/${sessionId}.ics`;
}

/** News of the session as it happens. */
export function eventsPath(sessionId: string): string {
  return `/events/lecture/${sessionId}`;
}
