/**
 * Judgements in a table: a row per thing judged, a column per rater, null where that rater did not judge it. Rows may
 * have any number of judgements; what a method cannot use (rows with fewer than two, mostly) it passes over by itself.
 */
export type Ratings = readonly (readonly (number | null)[])[];

/** The judgements of a row, without the gaps. */
export function given(row: readonly (number | null)[]): number[] {
  return row.filter((value): value is number => value !== null);
}

/** An interval between two numbers, both included. */
export interface Interval {
  low: number;
  high: number;
}
