/** Where the pains stand on the map: several with the same marks share a square without covering one another. */

export interface Placed<T> {
  item: T;
  x: number;
  y: number;
}

/** Offsets within a square, in thirds of it. */
const SPOTS: readonly (readonly [number, number])[] = [[0, 0], [-1, -1], [1, 1], [1, -1], [-1, 1], [0, -1], [0, 1], [-1, 0], [1, 0]];

/**
 * Centres of markers in a grid whose squares are `step` wide: `column` and `row` count from 0 at the lower left. One marker stands in
 * the middle; more are spread over the square. Beyond nine they repeat.
 */
export function spread<T>(items: readonly { item: T; column: number; row: number }[], grid: { left: number; bottom: number; step: number; rise: number }): Placed<T>[] {
  const total = new Map<string, number>();
  const seen = new Map<string, number>();
  const key = (one: { column: number; row: number }): string => `${one.column}/${one.row}`;
  for (const one of items) total.set(key(one), (total.get(key(one)) ?? 0) + 1);
  return items.map((one) => {
    const at = seen.get(key(one)) ?? 0;
    seen.set(key(one), at + 1);
    const spots = (total.get(key(one)) ?? 1) > 1 ? SPOTS.slice(1) : SPOTS;
    const [dx, dy] = spots[at % spots.length] ?? [0, 0];
    return { item: one.item, x: grid.left + (one.column + 0.5) * grid.step + (dx * grid.step) / 4, y: grid.bottom - (one.row + 0.5) * grid.rise + (dy * grid.rise) / 4 };
  });
}
