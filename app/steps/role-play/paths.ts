/** Addresses of this room. The routes are wired to them by `app/routes`. */
import { rolePlaysPath, stepPath } from "~/cohorts/paths";

export { rolePlaysPath };

/** One session: presence, groups, rounds. */
export function rolePlaySessionPath(cohortId: string, sessionId: string): string {
  return `${rolePlaysPath(cohortId)}/sessions/${sessionId}`;
}

/** One round, with everything that belongs to it, and where it is marked. */
export function rolePlayRoundPath(cohortId: string, roundId: string): string {
  return `${rolePlaysPath(cohortId)}/${roundId}`;
}

/** The role-plays of a chapter, for its learner. */
export function ownRolePlaysPath(enrolmentId: string, chapterSlug: string): string {
  return stepPath(enrolmentId, chapterSlug, "role-play");
}

/** A round on the phone of those in it. */
export function roundPath(roundId: string): string {
  return `/learn/role-play/${roundId}`;
}

/** The round as it stands now, as JSON, for those in it. */
export function roundStatePath(roundId: string): string {
  return `/api/role-play/${roundId}/state`;
}

/** Takes an observer's taps (POST `{ ops }`, answers `{ receipts }`). */
export function roundMarksPath(roundId: string): string {
  return `/api/role-play/${roundId}/marks`;
}

/** Begins a recording (POST `{ name }`), or says that it stopped (POST `{ stopped: <upload> }`). */
export function roundRecordingPath(roundId: string): string {
  return `/api/role-play/${roundId}/recording`;
}

/** News of a session as it happens. */
export function rolePlayEventsPath(sessionId: string): string {
  return `/events/role-play/${sessionId}`;
}

/** The session as a calendar entry. */
export function rolePlayCalendarPath(sessionId: string): string {
  return `/calendar/role-play/${sessionId}.ics`;
}
