/** How long peers have, and when the instructor's turn comes. Pure: everything follows from the clock of whoever asks. */

const HOUR = 3_600_000;
/** Peers have their say for this long after work is handed in; then it is the instructor's turn, whatever came. */
export const REVIEW_HOURS = 72;
/** One person asked has this long; then somebody else is asked. */
export const REQUEST_HOURS = 48;
/** Nobody is asked any more when less time than this is left. */
export const LEAST_HOURS = 12;
/** After waiting this long for a reviewer, two people may review one another. */
export const MUTUAL_AFTER_HOURS = 24;

export const REVIEW_STATES = ["asked", "done", "over", "withdrawn"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Until when peers have their say on work handed in now. Without peer reviews the instructor's turn comes at once. */
export function reviewsUntil(submittedAt: Date, wanted: number): Date {
  return wanted === 0 ? submittedAt : new Date(submittedAt.getTime() + REVIEW_HOURS * HOUR);
}

/** Until when somebody asked now has time; null when there is too little left to ask anybody. */
export function requestDue(now: Date, until: Date): Date | null {
  if (until.getTime() - now.getTime() < LEAST_HOURS * HOUR) return null;
  return new Date(Math.min(now.getTime() + REQUEST_HOURS * HOUR, until.getTime()));
}

/** Whether two people may review one another rather than leave the place open. */
export function mayBeMutual(submittedAt: Date, now: Date): boolean {
  return now.getTime() - submittedAt.getTime() >= MUTUAL_AFTER_HOURS * HOUR;
}

/** A request as it stands by the clock, whether or not anybody has written down that its time is over. */
export function reviewStateAt(review: { state: ReviewState; dueAt: Date }, now: Date): ReviewState {
  return review.state === "asked" && review.dueAt <= now ? "over" : review.state;
}

/** How a submission's peer reviews stand. */
export interface ReviewSituation {
  wanted: number;
  until: Date;
  done: number;
  /** Requests that are under way. */
  asked: number;
  /** People who could still be asked: have handed in and were not asked yet, or have yet to hand in. */
  couldBeAsked: number;
}

/** Whether peers have said what they will: enough came, nobody can be asked any more, or the time is over. */
export function isReady({ wanted, until, done, asked, couldBeAsked }: ReviewSituation, now: Date): boolean {
  if (until <= now || done >= wanted) return true;
  return asked === 0 && (couldBeAsked === 0 || requestDue(now, until) === null);
}
