/** Which stretches of a recording are believed. */

export interface WatchedStretch {
  mediaId: string;
  from: number;
  to: number;
}

/** Players report every five seconds of the recording; a longer stretch was not played, it was claimed. */
export const LONGEST_STRETCH_S = 30;

/** The stretches that can have been played of recordings of these lengths, cut to where the recording ends. */
export function playedStretches(stretches: readonly WatchedStretch[], seconds: ReadonlyMap<string, number>): WatchedStretch[] {
  return stretches.flatMap(({ mediaId, from, to }) => {
    const length = seconds.get(mediaId);
    if (length === undefined || !(from >= 0) || !(to > from) || to - from > LONGEST_STRETCH_S) return [];
    const cut = Math.min(to, length);
    return cut > from ? [{ mediaId, from, to: cut }] : [];
  });
}

/** A PostgreSQL multirange such as `{[0,5),[7.5,12)}` as intervals. */
export function parseRanges(text: string): [from: number, to: number][] {
  return [...text.matchAll(/[[(]([\d.]+),([\d.]+)[\])]/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

/** Seconds covered by intervals that do not overlap. */
export function secondsOf(intervals: readonly (readonly [from: number, to: number])[]): number {
  return intervals.reduce((sum, [from, to]) => sum + to - from, 0);
}
