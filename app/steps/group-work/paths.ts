/** Addresses of this room. The routes are wired to them by `app/routes`. */
import { cohortPath, groupRoomPath, stepPath } from "~/cohorts/paths";

export { groupRoomPath };

/** The group's work on a chapter, for its member. */
export function ownGroupWorkPath(enrolmentId: string, chapterSlug: string): string {
  return stepPath(enrolmentId, chapterSlug, "group-work");
}

/** One group's sheet beside its checks, for the instructor. */
export function groupSheetPath(cohortId: string, groupSheetId: string): string {
  return `${cohortPath(cohortId)}/group-sheets/${groupSheetId}`;
}

/** A group's sheet for everybody in the room to see. */
export function groupProjectorPath(cohortId: string, groupSheetId: string): string {
  return `/projector/${cohortId}/group-sheets/${groupSheetId}`;
}

/** News of all groups at work on a chapter, for the instructor. */
export function groupRoomNewsPath(cohortId: string, chapterSlug: string): string {
  return `/events/group-room/${cohortId}/${chapterSlug}`;
}

/** News of a learner's own group. */
export function ownGroupNewsPath(enrolmentId: string, chapterSlug: string): string {
  return `/events/group-work/${enrolmentId}/${chapterSlug}`;
}
