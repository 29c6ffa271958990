/** Points with at most one decimal, rounded down. */
export function short(points: number): string {
  return String(Math.floor(points * 10 + 1e-7) / 10);
}
