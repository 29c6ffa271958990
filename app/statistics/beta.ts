/** The Beta distribution: intervals, and how far two of them lie apart. */
import distribution from "@stdlib/stats-base-dists-beta";
import { sortedQuantile } from "./quantile";
import type { Interval } from "./ratings";

/** The equal-tailed interval that holds `coverage` (0…1) of Beta(alpha, beta). */
export function betaInterval(alpha: number, beta: number, coverage: number): Interval {
  const tail = (1 - coverage) / 2;
  return { low: distribution.quantile(tail, alpha, beta), high: distribution.quantile(1 - tail, alpha, beta) };
}

/** Points at which each of two distributions is looked at; 64 × 64 differences hold a 95 % end to about 0.005. */
const POINTS = 64;

/** How far two independent Betas lie apart. */
export interface Difference extends Interval {
  /** Mean of the first minus mean of the second. */
  mean: number;
}

/**
 * The equal-tailed interval that holds `coverage` of X − Y, X ~ Beta(first), Y ~ Beta(second), independent. Each is stood
 * for by the middles of POINTS slices of equal probability; the ends are quantiles of all their differences. No random
 * numbers: the same two always give the same interval.
 */
export function betaDifference(first: { alpha: number; beta: number }, second: { alpha: number; beta: number }, coverage: number): Difference {
  const [xs, ys] = [middles(first), middles(second)];
  const differences = Float64Array.from({ length: POINTS * POINTS }, (_, at) => xs[Math.floor(at / POINTS)]! - ys[at % POINTS]!).sort();
  const tail = (1 - coverage) / 2;
  return { mean: meanOf(first) - meanOf(second), low: sortedQuantile([...differences], tail), high: sortedQuantile([...differences], 1 - tail) };
}

function middles({ alpha, beta }: { alpha: number; beta: number }): number[] {
  return Array.from({ length: POINTS }, (_, at) => distribution.quantile((at + 0.5) / POINTS, alpha, beta));
}

function meanOf({ alpha, beta }: { alpha: number; beta: number }): number {
  return alpha / (alpha + beta);
}
