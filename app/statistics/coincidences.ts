import { given, type Ratings } from "./ratings";

/**
 * How often each pair of values was given to the same thing: Krippendorff's coincidence matrix. A pair of a row with m
 * judgements counts 1/(m − 1), so that every judgement that has a companion counts once, in its row and column.
 */
export interface Coincidences {
  /** The values that occur, ascending. */
  values: readonly number[];
  /** Symmetric, in the order of `values`. */
  counts: readonly (readonly number[])[];
}

/** The coincidence matrix of a table, over `values` where they are given (other tables are to be added to it), else over those that occur. */
export function coincidencesOf(ratings: Ratings, values: readonly number[] = valuesOf(ratings)): Coincidences {
  const place = new Map(values.map((value, at) => [value, at]));
  const counts = values.map(() => values.map(() => 0));
  for (const row of ratings) {
    const judged = given(row);
    if (judged.length < 2) continue;
    const share = 1 / (judged.length - 1);
    judged.forEach((one, at) =>
      judged.forEach((other, other_at) => {
        if (at !== other_at) counts[place.get(one)!]![place.get(other)!]! += share;
      }),
    );
  }
  return { values, counts };
}

/** Adds a table's coincidences over `values` to a row of numbers, matrix row after matrix row from `offset` on. */
export function addCoincidences(sums: Float64Array, ratings: Ratings, values: readonly number[], offset = 0): void {
  coincidencesOf(ratings, values).counts.forEach((row, one) => row.forEach((count, other) => (sums[offset + one * values.length + other]! += count)));
}

/** The matrix that stands in such a row. */
export function namedCoincidences(sums: Float64Array, values: readonly number[], offset = 0): Coincidences {
  return { values, counts: values.map((_, one) => Array.from(sums.subarray(offset + one * values.length, offset + (one + 1) * values.length))) };
}

/** Every value of a table, ascending. */
export function valuesOf(ratings: Ratings): number[] {
  return [...new Set(ratings.flatMap(given))].sort((a, b) => a - b);
}
