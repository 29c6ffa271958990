/**
 * How members of a group see one another's part, and the whole effect that has.
 *
 * The rule, all of it:
 * - Each member rates each other member of the submission once, from 1 to 5, and may think again until the sheet is accepted.
 * - It changes no acceptance, no mark and no progress. All it can do is show the instructor a flag beside a name, so that
 *   they talk to that person: `little-part` when peers and ledger agree, `unseen-part` when peers saw little of somebody who
 *   did their share, `peers-see-more` when peers saw much of somebody whose cells do not show it (who held the talk together
 *   fills few cells).
 * - A flag needs at least two raters: one person's word flags nobody. One rating moves the middle (median), so that a single
 *   harsh or friendly judgement among three or more changes nothing by itself.
 * - The members see of themselves only the middle, and only from three raters on; below that it would say who said what.
 *   Nobody sees another member's.
 */

export const RATING_LEVELS = [1, 2, 3, 4, 5] as const;
/** 1 hardly took part · 2 less than their share · 3 their share · 4 more than their share · 5 carried the group. */
export type RatingLevel = (typeof RATING_LEVELS)[number];

export const PEER_FLAGS = ["little-part", "unseen-part", "peers-see-more"] as const;
export type PeerFlag = (typeof PEER_FLAGS)[number];

/** Raters that a flag needs, and that a learner needs to see their own middle. */
export const RATERS_FOR_FLAG = 2;
export const RATERS_TO_SHOW = 3;

export interface PeerView {
  /** How many rated them. */
  raters: number;
  /** The middle of what they said; null without ratings. */
  middle: number | null;
  flag: PeerFlag | null;
}

/**
 * What the ratings of one member come to. `share` is their part of what the ledger counts for the group, 0…1; `members` how
 * many were in the group.
 */
export function peerView(ratings: readonly RatingLevel[], { share, members }: { share: number; members: number }): PeerView {
  const middle = median(ratings);
  const view = { raters: ratings.length, middle };
  if (middle === null || ratings.length < RATERS_FOR_FLAG || members < 2) return { ...view, flag: null };
  const fair = 1 / members;
  if (middle <= 2) return { ...view, flag: share < fair / 2 ? "little-part" : share >= fair ? "unseen-part" : null };
  return { ...view, flag: middle >= 4 && share < fair / 2 ? "peers-see-more" : null };
}

/** What the rated person may see; null while there are too few raters. */
export function ownPeerView(ratings: readonly RatingLevel[]): { raters: number; middle: number } | null {
  const middle = median(ratings);
  return middle === null || ratings.length < RATERS_TO_SHOW ? null : { raters: ratings.length, middle };
}

function median(levels: readonly number[]): number | null {
  if (levels.length === 0) return null;
  const sorted = [...levels].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[half] ?? 0];
  return (low + high) / 2;
}
