import type { Step } from "~/pipeline";
import type { GroupPurpose } from "./groups/group";

/** Steps with a room of their own on the learner's side; the others are looked at on the road itself. */
const ROOMS = new Set<Step>(["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"]);

/** The learner's road of one chapter. */
export function roadPath(enrolmentId: string, chapterSlug: string): string {
  return `/learn/${enrolmentId}/${chapterSlug}`;
}

/** Where the learner does a step; the road itself where the step has no room yet. */
export function stepPath(enrolmentId: string, chapterSlug: string, step: Step): string {
  return ROOMS.has(step) ? `${roadPath(enrolmentId, chapterSlug)}/${step}` : `${roadPath(enrolmentId, chapterSlug)}#${step}`;
}

/** A cohort as its instructor runs it: the grid. */
export function cohortPath(cohortId: string): string {
  return `/teach/cohorts/${cohortId}`;
}

/** One learner's roads in a cohort, for the instructor. */
export function learnerPath(cohortId: string, enrolmentId: string): string {
  return `${cohortPath(cohortId)}/learners/${enrolmentId}`;
}

/** The evidence of one step of one learner, and what the instructor can do about it. */
export function evidencePath(cohortId: string, enrolmentId: string, chapterSlug: string, step: Step): string {
  return `${learnerPath(cohortId, enrolmentId)}/${chapterSlug}/${step}`;
}

/** All cohorts within reach. */
export const COHORTS_PATH = "/teach";
export const NEW_COHORT_PATH = "/teach/cohorts/new";

/** Chapters, dates and gates of a cohort; of one chapter where it is named. */
export function calendarPath(cohortId: string, chapterSlug?: string): string {
  return `${cohortPath(cohortId)}/calendar${chapterSlug ? `?chapter=${chapterSlug}` : ""}`;
}

/** Who learns in a cohort and who teaches it. */
export function learnersPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/learners`;
}

/** The classes of a cohort (the lecture's room). */
export function lecturesPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/lectures`;
}

/** Who works together in a cohort. */
export function groupsPath(cohortId: string, purpose: GroupPurpose = "class"): string {
  return `${cohortPath(cohortId)}/groups${purpose === "class" ? "" : `?purpose=${purpose}`}`;
}

/** Group work of a cohort: the chapter at work, or the one named. */
export function groupRoomPath(cohortId: string, chapterSlug?: string): string {
  return `${cohortPath(cohortId)}/group-work${chapterSlug ? `/${chapterSlug}` : ""}`;
}

/** The role-play sessions of a cohort (the role-play's room). */
export function rolePlaysPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/role-play`;
}

/** Name, dates and state of a cohort. */
export function settingsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/settings`;
}
