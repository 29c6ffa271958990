/** Addresses of the quiz's pages. The routes are wired to them by `app/routes`. */
import { stepPath } from "~/cohorts";
import { markingItemPath } from "~/marking";
import { answerSubject } from "./answer-subject";

/** What the quiz is, and the attempts so far. */
export function quizPath(enrolmentId: string, chapterSlug: string): string {
  return stepPath(enrolmentId, chapterSlug, "quiz");
}

/** A section of the preview, to read again. */
export function sectionPath(enrolmentId: string, chapterSlug: string, sectionId: string): string {
  return `${stepPath(enrolmentId, chapterSlug, "preview")}/${sectionId}`;
}

/** The paper; `at` opens a question or the overview. */
export function attemptPath(attemptId: string, at?: number | "review"): string {
  return `/learn/attempt/${attemptId}${at === undefined ? "" : `?q=${at}`}`;
}

export function resultPath(attemptId: string): string {
  return `/learn/attempt/${attemptId}/result`;
}

/** Takes `POST { ops }`, answers `{ receipts }`. */
export function answersPath(attemptId: string): string {
  return `/api/attempts/${attemptId}/answers`;
}

/** Takes `POST { because }`, hands in. */
export function handInPath(attemptId: string): string {
  return `/api/attempts/${attemptId}/hand-in`;
}

/** Today's cards for the device: GET gives them, POST { ops } takes gradings and answers { receipts }. */
export function reviewOnDevicePath(personId: string): string {
  return `/api/review/${personId}`;
}

/** Marking in one cohort: one answer, or the first that waits. */
export function markingOf(cohortId: string, place?: { attemptId: string; position: number }): string {
  return place === undefined ? `/teach/cohorts/${cohortId}/marking` : markingItemPath({ kind: "quiz-answer", cohortId, subjectId: answerSubject(place.attemptId, place.position) });
}

/** One attempt of a learner, for those who teach the cohort. */
export function attemptOfPath(cohortId: string, attemptId: string): string {
  return `/teach/cohorts/${cohortId}/attempts/${attemptId}`;
}

/** The question bank of a chapter. */
export function bankPath(chapterSlug: string): string {
  return `/teach/bank/${chapterSlug}`;
}
