/** Addresses of defense days. The routes are wired to them by `app/routes`. */
import { cohortPath, roadPath } from "~/cohorts/paths";

/** The defense days of a cohort. */
export function defenseDaysPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/defense`;
}

/** One day: people, schedule, and what can be done. */
export function defenseDayPath(cohortId: string, dayId: string): string {
  return `${defenseDaysPath(cohortId)}/${dayId}`;
}

/** What a repair would change, with somebody out or as things stand. */
export function repairPath(cohortId: string, dayId: string, out?: { examiner: string } | { candidate: string }): string {
  return `${defenseDayPath(cohortId, dayId)}/repair${out ? `?${new URLSearchParams(out).toString()}` : ""}`;
}

/** The days that an examiner is asked for. */
export const DEFEND_PATH = "/defend";

/** When an examiner is free on a day. */
export function availabilityPath(dayId: string): string {
  return `${DEFEND_PATH}/days/${dayId}`;
}

/** The defense of a chapter, for its candidate. */
export function ownDefensePath(enrolmentId: string, chapterSlug: string): string {
  return `${roadPath(enrolmentId, chapterSlug)}/defense`;
}

/** When a candidate is free on a day. */
export function candidateHoursPath(dayId: string): string {
  return `/learn/defense/days/${dayId}`;
}

/** One appointment as a calendar entry. */
export function slotCalendarPath(slotId: string): string {
  return `/calendar/defense/${slotId}.ics`;
}

/** An examiner's stretch of a day as a calendar entry. */
export function dayCalendarPath(dayId: string): string {
  return `/calendar/defense-days/${dayId}.ics`;
}

/** Where one candidate's slot is placed, moved and its panel changed. */
export function slotPagePath(cohortId: string, dayId: string, enrolmentId: string): string {
  return `${defenseDayPath(cohortId, dayId)}/candidates/${enrolmentId}`;
}

/** Where it is said when an examiner is free, and what they are at home in. */
export function examinerPagePath(cohortId: string, dayId: string, personId: string): string {
  return `${defenseDayPath(cohortId, dayId)}/examiners/${personId}`;
}
