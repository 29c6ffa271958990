/** Places between places: rows stand in the order of short texts, so that two people can add rows at once. */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * A text that stands between two others (compared by code unit); null is the beginning, or the end. Never ends in "0".
 * `jitter` (0 ≤ x < 1) makes two people's places between the same rows differ. Where `before` does not stand before `after`
 * (two rows at the same place), the answer stands directly after `before`.
 */
export function orderBetween(before: string | null, after: string | null, jitter: number = Math.random()): string {
  const low = before ?? "";
  const high = after !== null && low < after ? after : null;
  return midpoint(low, high) + DIGITS.charAt(1 + Math.floor(jitter * (DIGITS.length - 1)));
}

/** The shortest text between `low` and `high`, as of decimal fractions: digit by digit. */
function midpoint(low: string, high: string | null): string {
  let prefix = "";
  let open = high === null;
  for (let at = 0; ; at += 1) {
    const from = at < low.length ? DIGITS.indexOf(low.charAt(at)) : 0;
    const to = open ? DIGITS.length : at < high!.length ? DIGITS.indexOf(high!.charAt(at)) : 0;
    if (to - from > 1) return prefix + DIGITS.charAt(Math.floor((from + to) / 2));
    prefix += DIGITS.charAt(from);
    if (to - from === 1) open = true;
  }
}

/** Whether `text` can be a place. */
export function isOrder(text: unknown): text is string {
  return typeof text === "string" && /^[0-9A-Za-z]{1,200}$/.test(text);
}

/** By place; rows at the same place by their id, so that everybody sees the same order. */
export function byOrder(a: { id: string; order: string }, b: { id: string; order: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
