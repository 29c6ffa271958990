/** Which seconds of a recording were watched, as intervals that do not overlap. */
export type Interval = readonly [from: number, to: number];

/** The intervals with one more, in order, merged where they touch (closer than half a second). */
export function addInterval(intervals: readonly Interval[], added: Interval): Interval[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...intervals, added].filter(([a, b]) => b > a).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 0.5) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Seconds covered. */
export function coveredSeconds(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, [from, to]) => sum + (to - from), 0);
}
