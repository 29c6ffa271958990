/** Addresses of this room's pages. The routes are wired to them by `app/routes`. */
import { stepPath } from "~/cohorts";

/** The learner's own field step: log, what became of it, what to fill next. */
export function fieldPath(enrolmentId: string, chapterSlug: string): string {
  return stepPath(enrolmentId, chapterSlug, "field-tracking");
}

/** The 30/60/90-day plan, for the learner. */
export function fieldPlanPath(enrolmentId: string, chapterSlug: string): string {
  return `${fieldPath(enrolmentId, chapterSlug)}/plan`;
}

/** Takes `POST { ops }`, answers `{ receipts }`. */
export function fieldLogPath(enrolmentId: string, chapterSlug: string): string {
  return `/api/field/${enrolmentId}/${chapterSlug}/log`;
}

/** One's own field book: coaching notes and commitments of all chapters. */
export const FIELD_BOOK_PATH = "/learn/field";

/** One of one's own applications. */
export function ownApplicationPath(applicationId: string): string {
  return `/learn/field/applications/${applicationId}`;
}

/** One page to read before the next meeting with the customer. */
export function dealCardPath(dealId: string): string {
  return `/learn/field/deals/${dealId}/card`;
}

/** What waits for a manager in the field. */
export const COACH_PATH = "/manage";
export const COACHING_LOG_PATH = "/manage/coaching";
export const NEW_COACHING_PATH = "/manage/coaching/new";

/** One application, for who decides on it. */
export function coachedApplicationPath(applicationId: string): string {
  return `/manage/applications/${applicationId}`;
}

/** The 30/60/90-day plan of somebody one coaches. */
export function coachedPlanPath(enrolmentId: string, chapterSlug: string): string {
  return `/manage/plans/${enrolmentId}/${chapterSlug}`;
}

/** One stage of a team's sales meeting, from the deal that needs it most; a page at a time. */
export function meetingStagePath(teamId: string, stage: string, page = 1): string {
  return `${meetingPath(teamId)}?stage=${stage}${page > 1 ? `&page=${page}` : ""}#stage-${stage}`;
}

/** The sales meeting of a team; `wall` fills the window of a projector. */
export function meetingPath(teamId: string, view: "page" | "wall" = "page"): string {
  return view === "wall" ? `/projector/meetings/${teamId}` : `/manage/meetings/${teamId}`;
}
