import { solveSemidefinite } from "./linear";
import type { Ratings } from "./ratings";
import { type WithinSubjects, withinSubjects } from "./within-subjects";

export interface Icc {
  /** ICC(A,1): how much of the spread of a single rater's scores is the subjects' own. */
  single: number;
  /** ICC(A,k): the same for the mean of `k` raters. */
  average: number;
  /** Raters per subject: their harmonic mean where panels differ in size. */
  k: number;
}

/**
 * The intraclass correlations for absolute agreement between raters drawn from a larger number of them: ICC(A,1) and
 * ICC(A,k) of McGraw and Wong, "Forming inferences about some intraclass correlation coefficients", Psychological Methods
 * 1 (1996) 30–46; ICC(2,1) and ICC(2,k) of Shrout and Fleiss, Psychological Bulletin 86 (1979) 420–428. Written with the
 * components of variance of subjects (a), raters (b) and the rest (e):
 *
 *     ICC(A,1) = σ²a / (σ²a + σ²b + σ²e),  ICC(A,k) = σ²a / (σ²a + (σ²b + σ²e) / k).
 *
 * The components come by Henderson's method III (Searle, Casella and McCulloch, "Variance Components", 1992, chapter 5),
 * which takes panels that differ from subject to subject, and on a complete table gives the mean squares of both papers
 * exactly. As there, a small sample can make a coefficient negative; it is not cut off. Null where there is too little to
 * tell subjects, raters and the rest apart.
 */
export function iccAgreement(ratings: Ratings, weights?: readonly number[]): Icc | null {
  return iccOfSums(withinSubjects(ratings, Math.max(0, ...ratings.map((row) => row.length)), weights));
}

/** The same from sums over subjects. */
export function iccOfSums({ matrix, right, counts, totals, squares, all, judgements, subjects, inverse, raters }: WithinSubjects): Icc | null {
  const { x, rank } = solveSemidefinite(matrix, right);
  // Whole raters less links between them: what a rater's effect can be told from.
  const links = raters - rank;
  const freedom = judgements - subjects - rank;
  if (subjects < 2 || raters < 2 || freedom < 1 || judgements <= subjects || judgements <= raters || subjects <= links) return null;
  const explained = x.reduce((sum, value, at) => sum + value * right[at]!, 0);
  const rest = (squares - explained) / freedom;
  const aboutRaters = totals.reduce((sum, total, rater) => (counts[rater]! > 0 ? sum - total ** 2 / counts[rater]! : sum), all);
  const a = (aboutRaters - (squares - explained) - (subjects - links) * rest) / (judgements - raters);
  const b = (explained - rank * rest) / (judgements - subjects);
  const k = subjects / inverse;
  const [one, mean] = [a + b + rest, a + (b + rest) / k];
  return one > 1e-9 && mean > 1e-9 ? { single: a / one, average: a / mean, k } : null;
}
