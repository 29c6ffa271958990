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

/** The sum of matrices over the same values, each taken as often as `weights` says. */
export function sumCoincidences(matrices: readonly Coincidences[], weights: readonly number[]): Coincidences {
  const values = matrices[0]?.values ?? [];
  const counts = values.map(() => values.map(() => 0));
  matrices.forEach((matrix, at) => {
    const weight = weights[at]!;
    if (weight === 0) return;
    for (let row = 0; row < values.length; row += 1) for (let column = 0; column < values.length; column += 1) counts[row]![column]! += weight * matrix.counts[row]![column]!;
  });
  return { values, counts };
}

/** Every value of a table, ascending. */
export function valuesOf(ratings: Ratings): number[] {
  return [...new Set(ratings.flatMap(given))].sort((a, b) => a - b);
}
