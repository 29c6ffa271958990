import type { Coincidences } from "./coincidences";

/** What a difference between two values means: another word, a step on a scale of ranks, a distance. */
export const ALPHA_METRICS = ["nominal", "ordinal", "interval"] as const;
export type AlphaMetric = (typeof ALPHA_METRICS)[number];

/**
 * Krippendorff's alpha: 1 when raters always agree, 0 when they agree as often as by chance, below 0 when less. Any
 * number of raters, missing judgements allowed. Null where it does not exist: no row with two judgements, or only one
 * value was ever given (what does not vary shows no agreement beyond chance).
 *
 * α = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck over the coincidence matrix o with margins n_c: K. Krippendorff,
 * "Computing Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43; A. F. Hayes and
 * K. Krippendorff, "Answering the call for a standard reliability measure for coding data", Communication Methods and
 * Measures 1 (2007) 77–89.
 */
export function krippendorffAlpha({ values, counts }: Coincidences, metric: AlphaMetric): number | null {
  const margins = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = margins.reduce((sum, count) => sum + count, 0);
  const distance = DISTANCES[metric](values, margins);
  let observed = 0;
  let expected = 0;
  for (let one = 0; one < values.length; one += 1) {
    for (let other = one + 1; other < values.length; other += 1) {
      const squared = distance(one, other);
      observed += counts[one]![other]! * squared;
      expected += margins[one]! * margins[other]! * squared;
    }
  }
  return expected > 0 ? 1 - ((total - 1) * observed) / expected : null;
}

type Distance = (one: number, other: number) => number;

/** δ² of each metric; `one` stands before `other` in the ascending values. */
const DISTANCES: Record<AlphaMetric, (values: readonly number[], margins: readonly number[]) => Distance> = {
  nominal: () => () => 1,
  interval: (values) => (one, other) => (values[one]! - values[other]!) ** 2,
  ordinal: (_values, margins) => {
    const upTo = [0];
    for (const margin of margins) upTo.push(upTo[upTo.length - 1]! + margin);
    // The judgements from the one to the other, those at both ends counted half.
    return (one, other) => (upTo[other + 1]! - upTo[one]! - (margins[one]! + margins[other]!) / 2) ** 2;
  },
};
