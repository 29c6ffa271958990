/**
 * The `p` quantile (0 ≤ p ≤ 1) of numbers in ascending order, linear between order statistics: definition 7 of Hyndman
 * and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996) 361–365, the default of R.
 * Throws on an empty list.
 */
export function sortedQuantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) throw new RangeError("a quantile of nothing");
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}

/** The same of numbers in any order; they are left as they are. */
export function quantile(values: readonly number[], p: number): number {
  return sortedQuantile([...values].sort((a, b) => a - b), p);
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
