/** The Beta distribution: intervals, and how far two of them lie apart. */
import distribution from "@stdlib/stats-base-dists-beta";
import type { Interval } from "./ratings";

/** The equal-tailed interval that holds `coverage` (0…1) of Beta(alpha, beta). */
export function betaInterval(alpha: number, beta: number, coverage: number): Interval {
  const tail = (1 - coverage) / 2;
  return { low: distribution.quantile(tail, alpha, beta), high: distribution.quantile(1 - tail, alpha, beta) };
}
