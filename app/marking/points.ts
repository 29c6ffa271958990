/** Points with at most one decimal, rounded down: nobody reads a pass where there is none. */
export function short(points: number): string {
  return String(Math.floor(points * 10 + 1e-7) / 10);
}
