export const RATINGS = ["again", "hard", "good", "easy"] as const;
/** How hard it was to recall. Mirrored by a CHECK. */
export type RecallRating = (typeof RATINGS)[number];
