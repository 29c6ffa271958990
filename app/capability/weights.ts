/**
 * Every number that turns evidence into an estimate, and why it is what it is. Nothing else in the code weighs anything.
 *
 * The unit is one **trial**: one independent yes-or-no look at the person doing the thing in front of a customer. A weight
 * of 0.5 says: two of these tell as much as one such look. A cap says how many trials one occasion can be worth, however many
 * lines it has: what is marked on one day, by one judge, about one customer, goes up and down together. After one half-life
 * half of what was seen is taken to hold no more (skills not used fade, and people learn).
 *
 * Changing a number changes every figure: raise METHOD with it, so that stored estimates say by which version they were made.
 */
import type { SourceKind, View } from "./entry";

export const METHOD = 1;

export interface KindRule {
  /** Trials that one line is worth. */
  weight: number;
  /** Trials that one occasion is worth at most, per competency. */
  cap: number;
  halfLifeDays: number;
  /** In the view of whoever said it (self, peers), where that differs from its part in the figure. */
  inView?: { weight: number; cap: number };
}

export const KINDS = {
  // Knowing is not doing: ten right answers are one trial, and one chapter's quiz, all attempts together, half a trial:
  // questions of one paper rest on the same reading, and later attempts repeat questions. Facts fade fastest: 120 days.
  "quiz-item": { weight: 0.1, cap: 0.5, halfLifeDays: 120 },
  // A group's product: it says something about each of those who made it, and cannot say what each of them could do alone.
  // However many criteria the instructor marks, a sheet is one piece of work.
  "group-sheet": { weight: 0.5, cap: 0.5, halfLifeDays: 150 },
  // The person acts, alone, in front of somebody, though nothing is at stake. One conversation is worth three behaviours.
  "role-play-criterion": { weight: 0.75, cap: 2.25, halfLifeDays: 150 },
  // Between sheet and role-play: one's own work about one's own customer, but on paper, with time and with the study group's help.
  "homework-criterion": { weight: 0.6, cap: 1.8, halfLifeDays: 150 },
  // Agreed by a panel of the company's own managers, unprepared questions, with consequences. One defense is worth three criteria.
  "defense-criterion": { weight: 1.5, cap: 4.5, halfLifeDays: 180 },
  // Done with a real customer and confirmed by somebody who has to answer for the deal. Several tools on one deal: at most two applications.
  "field-application": { weight: 2, cap: 4, halfLifeDays: 180 },
  // A manager along on a real visit: the real thing, above role-play; one pair of eyes that knows and likes the person, below the panel.
  "coaching-observation": { weight: 1, cap: 3, halfLifeDays: 180 },
  // No part in the figure: it is what the others are compared with. In its own view it counts four trials: said again after a
  // few weeks people differ from themselves by about three quarters of a level (0.19), which is the spread of four trials at 0.75.
  "self-rating": { weight: 0, cap: 0, halfLifeDays: 180, inView: { weight: 4, cap: 4 } },
  // Learners by checklist or rubric: a third of what an instructor's line is worth. In the peers' own view a line counts like an instructor's.
  "peer-rating": { weight: 0.25, cap: 0.75, halfLifeDays: 150, inView: { weight: 0.75, cap: 2.25 } },
} as const satisfies Record<SourceKind, KindRule>;

/** Whose evidence makes the figure: everybody's but one's own. */
export const VIEWS_IN_FIGURE: readonly View[] = ["exam", "instructor", "peer", "panel", "manager", "field"];

/** Trials below which there is no figure: two looks at the person. A quiz, a sheet and homework together come to it, or one defense. */
export const MIN_N = 2;
/** The same for one view among others: one look. */
export const MIN_N_VIEW = 1;

/** The interval: 80 %, equal tails. */
export const COVERAGE = 0.8;

/** The interval of a difference between two views: 95 %, because several pairs are looked at. */
export const GAP_COVERAGE = 0.95;

/** Difficulty of an item that says nothing of its own: seven in ten manage it. */
export const MIDDLING = 0.3;
/** Harder or easier than this no item is taken to be: a question that everybody passes still says something. */
export const DIFFICULTY_BOUNDS = { low: 0.05, high: 0.9 } as const;
/** What the author's word (1 understand, 2 apply, 3 judge) is worth, in answers, and what it stands for. */
export const AUTHORS_DIFFICULTY = { answers: 10, failing: { 1: 0.2, 2: 0.3, 3: 0.45 } } as const;

/** The prior where there is nobody to learn from, and the bounds of one that was learnt. */
export const PRIOR = {
  /** People of whom there must be evidence before a cohort (or the company) has a prior of its own. */
  minPeople: 8,
  /** Nobody to learn from: as likely as not, worth two trials. */
  mean: 0.5,
  strength: 2,
  /** A lucky or unlucky class pulls nobody to an end, and the crowd never outweighs a defense. */
  meanBounds: { low: 0.2, high: 0.85 },
  strengthBounds: { low: 1, high: 4 },
} as const;

/** Views are compared as what was seen: each starts from even, worth two trials, not from the cohort. */
export const VIEW_PRIOR = { mean: 0.5, strength: 2 } as const;

/**
 * From here on somebody is ready to do it with a customer: six tries in ten of middling difficulty go well. Ready is who is above
 * it with nine chances in ten (the whole 80 % interval), not ready who is below it as surely; for everybody else one cannot tell.
 */
export const READY = 0.6;
