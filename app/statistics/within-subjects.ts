import type { Matrix } from "./linear";
import type { Ratings } from "./ratings";

/**
 * What the raters of a table come to once every subject has a level of its own: y_ij = subject_i + rater_j + e. Everything
 * adds up over subjects, so that a sample of subjects is a sum. One row of numbers, in this order, for k raters:
 * Z′MZ (k × k, M taking each subject's mean out) · Z′My (k) · judgements per rater (k) · their sums (k) ·
 * y′My · Σ y² · judgements · subjects · Σ 1 / judgements of the subject.
 */
export function raterSumsLength(columns: number): number {
  return columns * columns + 3 * columns + 5;
}

/** Adds one subject to such a row. A subject that nobody judged adds nothing. */
export function addSubject(sums: Float64Array, row: readonly (number | null)[], columns: number, weight = 1): void {
  const here: number[] = [];
  let sum = 0;
  row.forEach((value, rater) => {
    if (value === null) return;
    here.push(rater);
    sum += value;
  });
  if (here.length === 0 || weight === 0) return;
  const mean = sum / here.length;
  const [right, counts, totals, rest] = [columns * columns, columns * (columns + 1), columns * (columns + 2), columns * (columns + 3)];
  for (const rater of here) {
    const value = row[rater]!;
    sums[right + rater]! += weight * (value - mean);
    sums[counts + rater]! += weight;
    sums[totals + rater]! += weight * value;
    sums[rest]! += weight * (value - mean) ** 2;
    sums[rest + 1]! += weight * value * value;
    sums[rater * columns + rater]! += weight;
    for (const other of here) sums[rater * columns + other]! -= weight / here.length;
  }
  sums[rest + 2]! += weight * here.length;
  sums[rest + 3]! += weight;
  sums[rest + 4]! += weight / here.length;
}

/** The same row by names. */
export interface WithinSubjects {
  matrix: Matrix;
  right: number[];
  counts: number[];
  totals: number[];
  /** The sum of squares about the subjects' means, and about 0. */
  squares: number;
  all: number;
  judgements: number;
  subjects: number;
  inverse: number;
  /** Raters who gave any judgement. */
  raters: number;
}

export function namedSums(sums: Float64Array, columns: number, offset = 0): WithinSubjects {
  const part = (from: number, length: number): number[] => Array.from(sums.subarray(offset + from, offset + from + length));
  const [squares = 0, all = 0, judgements = 0, subjects = 0, inverse = 0] = part(columns * (columns + 3), 5);
  const counts = part(columns * (columns + 1), columns);
  return {
    matrix: Array.from({ length: columns }, (_, rater) => part(rater * columns, columns)),
    right: part(columns * columns, columns),
    counts,
    totals: part(columns * (columns + 2), columns),
    squares,
    all,
    judgements,
    subjects,
    inverse,
    raters: counts.filter((count) => count > 0).length,
  };
}

/** The sums of a whole table, each subject taken as often as `weights` says (once each by default). */
export function withinSubjects(ratings: Ratings, columns: number, weights?: readonly number[]): WithinSubjects {
  const sums = new Float64Array(raterSumsLength(columns));
  ratings.forEach((row, at) => addSubject(sums, row, columns, weights?.[at] ?? 1));
  return namedSums(sums, columns);
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
