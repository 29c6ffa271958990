/** What a panel's independent levels come to: what is talked about, and what is proposed. Pure. */

/** Levels of one criterion that lie this far apart are talked about. */
export const DISCUSSED_FROM = 2;

/** How far the highest and the lowest lie apart, in levels; 0 for none or one. */
export function spread(levels: readonly number[]): number {
  return levels.length === 0 ? 0 : Math.max(...levels) - Math.min(...levels);
}

/** Whether a criterion comes up for discussion. It stays discussed when levels were changed and lie close now. */
export function isDiscussed(independent: readonly number[]): boolean {
  return spread(independent) >= DISCUSSED_FROM;
}

/** The level that stands unless the panel says otherwise: the median; of two in the middle the lower one, since not everybody saw more. */
export function proposedLevel(levels: readonly number[]): number | null {
  const sorted = [...levels].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
