/** Numbers of which most are 0: the others and their places. */
export interface Sparse {
  places: Int32Array;
  amounts: Float64Array;
}

/** A row of numbers without its zeros. */
export function sparseOf(row: Float64Array): Sparse {
  const places: number[] = [];
  row.forEach((amount, place) => amount !== 0 && places.push(place));
  return { places: Int32Array.from(places), amounts: Float64Array.from(places, (place) => row[place]!) };
}

/** Puts the sum of the rows, each taken as often as `weights` says, into `sum`: what a bootstrap does some thousand times. */
export function sumSparse(rows: readonly Sparse[], weights: readonly number[], sum: Float64Array): void {
  sum.fill(0);
  for (let row = 0; row < rows.length; row += 1) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    const { places, amounts } = rows[row]!;
    for (let at = 0; at < places.length; at += 1) sum[places[at]!]! += weight * amounts[at]!;
  }
}
