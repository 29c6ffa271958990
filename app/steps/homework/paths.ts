/** Addresses of this room's pages. The routes are wired to them by `app/routes`. */
import { cohortPath, stepPath } from "~/cohorts";
import { markingItemPath } from "~/marking";

/** Where homework is done. */
export function homeworkPath(enrolmentId: string, chapterSlug: string): string {
  return stepPath(enrolmentId, chapterSlug, "homework");
}

export function rehearsalsPath(enrolmentId: string, chapterSlug: string): string {
  return `${homeworkPath(enrolmentId, chapterSlug)}/rehearsals`;
}

/** Reviews to give and reviews got. */
export function reviewsPath(enrolmentId: string, chapterSlug: string): string {
  return `${homeworkPath(enrolmentId, chapterSlug)}/reviews`;
}

/** One review to give. */
export function reviewPath(enrolmentId: string, chapterSlug: string, reviewId: string): string {
  return `${reviewsPath(enrolmentId, chapterSlug)}/${reviewId}`;
}

/** Takes `POST { ops }`, answers `{ receipts }`. */
export function draftPath(enrolmentId: string, chapterSlug: string): string {
  return `/api/homework/${enrolmentId}/${chapterSlug}/draft`;
}

/** Takes `POST { part, name, bytes }`, answers how the upload stands. */
export function filesPath(enrolmentId: string, chapterSlug: string): string {
  return `/api/homework/${enrolmentId}/${chapterSlug}/files`;
}

/** Homework of a chapter in a cohort, for who teaches it. */
export function classHomeworkPath(cohortId: string, chapterSlug?: string): string {
  return `${cohortPath(cohortId)}/homework${chapterSlug === undefined ? "" : `?chapter=${chapterSlug}`}`;
}

/** One handed-in version beside its rubric. */
export function submissionPath(cohortId: string, submissionId: string): string {
  return markingItemPath({ kind: "homework", cohortId, subjectId: submissionId });
}
