/**
 * Who counts as ready, in one place. An estimate (app/capability) is the share of looks, in front of a customer, in which the person
 * does the thing, with an 80 % interval. Ready: nine times in ten at least READY_AT of them succeed, for the lower end of the interval
 * lies there. Not ready: the upper end lies below. Otherwise nobody knows yet, and saying so is the answer: the interval lies across
 * the line (`unsure`), or there is too little evidence for any figure (`none`).
 *
 * READY_AT is 0.6: with the pass mark of a defense (level 2 of 3 on every criterion, two thirds) a person who has just passed, and
 * whose role-play and first field application went alike, comes to lie above it, and one who was lucky once does not.
 * Changing it, or the rule, changes RULE: everybody is then counted again (count-again.server.ts), and snapshots name the rule they used.
 */
export const READY_AT = 0.6;
export const RULE = `1:${READY_AT}`;

export const STANDINGS = ["ready", "not-ready", "unsure", "none"] as const;
export type Standing = (typeof STANDINGS)[number];

/** How a person stands by the interval of their estimate; null: there is none. */
export function standingOf(interval: { low: number; high: number } | null): Standing {
  if (!interval) return "none";
  if (interval.low >= READY_AT) return "ready";
  return interval.high < READY_AT ? "not-ready" : "unsure";
}

/** How many of some people stand where, in one competency. */
export interface Counts {
  people: number;
  ready: number;
  notReady: number;
  unsure: number;
}

export const NOBODY: Counts = { people: 0, ready: 0, notReady: 0, unsure: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { people: a.people + b.people, ready: a.ready + b.ready, notReady: a.notReady + b.notReady, unsure: a.unsure + b.unsure };
}

/** Those of whom it cannot be said: across the line, or without a figure. */
export function unknownOf({ people, ready, notReady }: Counts): number {
  return people - ready - notReady;
}

/** Whether there is anything to tell: a figure for anybody. */
export function hasEvidence({ ready, notReady, unsure }: Counts): boolean {
  return ready + notReady + unsure > 0;
}
