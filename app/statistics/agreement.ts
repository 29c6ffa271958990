import type { Coincidences } from "./coincidences";

/**
 * The share of agreement between two raters of the same thing: of two judgements drawn from one row, how often they lie
 * at most `distance` apart (0: exactly the same; 1: the same or the level beside it). Between 0 and 1; null when no row
 * has two judgements.
 *
 * Counted in the coincidence matrix: for `distance` 0 it is the observed agreement of Krippendorff, "Computing
 * Krippendorff's Alpha-Reliability" (2011), and, where all rows have equally many judgements, the mean agreement P̄ of
 * Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971) 378–382.
 */
export function agreementWithin({ values, counts }: Coincidences, distance: number): number | null {
  let all = 0;
  let within = 0;
  counts.forEach((row, one) =>
    row.forEach((count, other) => {
      all += count;
      if (Math.abs(values[one]! - values[other]!) <= distance) within += count;
    }),
  );
  return all > 0 ? within / all : null;
}
