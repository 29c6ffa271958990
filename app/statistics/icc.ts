import { solveSemidefinite } from "./linear";
import { given, type Ratings } from "./ratings";
import { withinSubjects } from "./within-subjects";

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
  const columns = Math.max(0, ...ratings.map((row) => row.length));
  const { matrix, right, squares, judgements, subjects, raters } = withinSubjects(ratings, columns, weights);
  const { x, rank } = solveSemidefinite(matrix, right);
  // Whole raters less links between them: what a rater's effect can be told from.
  const links = raters - rank;
  const freedom = judgements - subjects - rank;
  if (subjects < 2 || raters < 2 || freedom < 1 || judgements <= subjects || judgements <= raters || subjects <= links) return null;
  const explained = x.reduce((sum, value, at) => sum + value * right[at]!, 0);
  const rest = (squares - explained) / freedom;
  const ofSubjects = squaresAboutRaters(ratings, columns, weights) - (squares - explained);
  const a = (ofSubjects - (subjects - links) * rest) / (judgements - raters);
  const b = (explained - rank * rest) / (judgements - subjects);
  const k = harmonicPanel(ratings, weights);
  const [one, mean] = [a + b + rest, a + (b + rest) / k];
  return one > 1e-12 && mean > 1e-12 ? { single: a / one, average: a / mean, k } : null;
}

/** The sum of squares about each rater's own mean. */
function squaresAboutRaters(ratings: Ratings, columns: number, weights?: readonly number[]): number {
  let sum = 0;
  for (let rater = 0; rater < columns; rater += 1) {
    let [count, total] = [0, 0];
    ratings.forEach((row, at) => {
      const value = row[rater] ?? null;
      if (value === null) return;
      const weight = weights?.[at] ?? 1;
      count += weight;
      total += weight * value;
    });
    const mean = count > 0 ? total / count : 0;
    ratings.forEach((row, at) => {
      const value = row[rater] ?? null;
      if (value !== null) sum += (weights?.[at] ?? 1) * (value - mean) ** 2;
    });
  }
  return sum;
}

function harmonicPanel(ratings: Ratings, weights?: readonly number[]): number {
  let [subjects, inverse] = [0, 0];
  ratings.forEach((row, at) => {
    const size = given(row).length;
    if (size === 0) return;
    const weight = weights?.[at] ?? 1;
    subjects += weight;
    inverse += weight / size;
  });
  return subjects / inverse;
}
