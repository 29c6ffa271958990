import type { Matrix } from "./linear";
import type { Ratings } from "./ratings";

/**
 * The normal equations of the raters' effects once every subject has a level of its own: y_ij = subject_i + rater_j + e.
 * Each subject counts as often as `weights` says (once each by default).
 */
export interface WithinSubjects {
  /** Z′MZ: per pair of raters, M taking each subject's mean out. */
  matrix: Matrix;
  /** Z′My. */
  right: number[];
  /** y′My: the sum of squares about the subjects' means. */
  squares: number;
  /** Judgements, subjects that have any, raters who gave any. */
  judgements: number;
  subjects: number;
  raters: number;
}

/** Takes the subjects' own levels out of a table of `columns` raters. */
export function withinSubjects(ratings: Ratings, columns: number, weights?: readonly number[]): WithinSubjects {
  const matrix = Array.from({ length: columns }, () => new Array<number>(columns).fill(0));
  const right = new Array<number>(columns).fill(0);
  const counts = new Array<number>(columns).fill(0);
  let [squares, judgements, subjects] = [0, 0, 0];
  ratings.forEach((row, at) => {
    const weight = weights === undefined ? 1 : weights[at]!;
    if (weight === 0) return;
    const here: number[] = [];
    let sum = 0;
    row.forEach((value, rater) => {
      if (value === null) return;
      here.push(rater);
      sum += value;
    });
    if (here.length === 0) return;
    const mean = sum / here.length;
    subjects += weight;
    judgements += weight * here.length;
    for (const rater of here) {
      const deviation = row[rater]! - mean;
      squares += weight * deviation * deviation;
      right[rater]! += weight * deviation;
      counts[rater]! += weight;
      matrix[rater]![rater]! += weight;
      for (const other of here) matrix[rater]![other]! -= weight / here.length;
    }
  });
  return { matrix, right, squares, judgements, subjects, raters: counts.filter((count) => count > 0).length };
}

/** Which raters are linked by subjects that they judged together: the number of each rater's link, from 0. */
export function linkedRaters(matrix: Matrix): number[] {
  const link = matrix.map(() => -1);
  let next = 0;
  for (let start = 0; start < matrix.length; start += 1) {
    if (link[start] !== -1) continue;
    const reached = [start];
    link[start] = next;
    for (let rater = reached.pop(); rater !== undefined; rater = reached.pop()) {
      matrix[rater]!.forEach((value, other) => {
        if (value === 0 || link[other] !== -1) return;
        link[other] = next;
        reached.push(other);
      });
    }
    next += 1;
  }
  return link;
}
