/** What each step asks for before it counts as passed; set per cohort over these defaults. */
import type { Step } from "./step";

interface CommonGate {
  /** Days that whoever must judge or decide has for it. */
  reviewDays: number;
}

export const EXPLANATION_POLICIES = ["after-pass", "always", "never"] as const;
/** When a learner sees why an answer is right. */
export type ExplanationPolicy = (typeof EXPLANATION_POLICIES)[number];

export interface Gates {
  "preview": CommonGate & {
    /** Answering the questions inside the text is part of it. */
    requireCheckins: boolean;
  };
  "quiz": CommonGate & {
    /** Share of the points, 0…1. */
    passMark: number;
    /** Tries until a person must reopen. */
    maxAttempts: number;
    showExplanations: ExplanationPolicy;
    /** Time limit; null takes the chapter's own. */
    minutes: number | null;
    /** Extra time for everyone of the cohort, in percent, on top of each learner's own. */
    extraTimePercent: number;
  };
  "lecture": CommonGate & {
    lateCountsAsPresent: boolean;
    excusedCountsAsPresent: boolean;
    /** Minutes after the start from which an arrival is late. */
    lateAfterMinutes: number;
  };
  "group-work": CommonGate & {
    /** Accepting needs a sheet that is complete by its own rules. */
    requireComplete: boolean;
  };
  "role-play": CommonGate & {
    /** All three roles held, not only the salesperson's. */
    requireAllRoles: boolean;
    /** Share of the checklist as salesperson, 0…1. */
    passMark: number;
  };
  "homework": CommonGate & {
    /** Peer reviews each submission gets before the instructor's word. */
    peerReviews: number;
    acceptLate: boolean;
  };
  "defense": CommonGate & {
    panelSize: number;
  };
  "field-tracking": CommonGate & {
    /** Applications on real deals that the manager confirmed. */
    confirmedApplications: number;
    /** Days after the opening at which manager and learner look at it together. */
    checkpointDays: readonly number[];
  };
}

export type GateOf<S extends Step> = Gates[S];

export const DEFAULT_REVIEW_DAYS = 3;

export const DEFAULT_GATES: Gates = {
  "preview": { reviewDays: DEFAULT_REVIEW_DAYS, requireCheckins: true },
  "quiz": { reviewDays: DEFAULT_REVIEW_DAYS, passMark: 0.8, maxAttempts: 3, showExplanations: "after-pass", minutes: null, extraTimePercent: 0 },
  "lecture": { reviewDays: DEFAULT_REVIEW_DAYS, lateCountsAsPresent: true, excusedCountsAsPresent: false, lateAfterMinutes: 10 },
  "group-work": { reviewDays: DEFAULT_REVIEW_DAYS, requireComplete: true },
  "role-play": { reviewDays: DEFAULT_REVIEW_DAYS, requireAllRoles: true, passMark: 0.8 },
  "homework": { reviewDays: DEFAULT_REVIEW_DAYS, peerReviews: 2, acceptLate: true },
  "defense": { reviewDays: DEFAULT_REVIEW_DAYS, panelSize: 3 },
  "field-tracking": { reviewDays: DEFAULT_REVIEW_DAYS, confirmedApplications: 3, checkpointDays: [30, 60, 90] },
};
