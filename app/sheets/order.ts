/**
 * Places between places: rows keep their order as text, so that two people can insert at once and nothing has to be renumbered
 * (fractional indexing, after David Greenspan, "Implementing Fractional Indexing", 2020: digits after a point, never ending in the lowest).
 */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LAST = DIGITS.length - 1;

function digitAt(place: string, at: number): number {
  return DIGITS.indexOf(place[at] ?? "0");
}

/** Whether a text is a place: digits, not ending in the lowest. */
export function isOrder(place: string): boolean {
  return /^[0-9A-Za-z]{0,200}[1-9A-Za-z]$/.test(place);
}

/**
 * A place after `before` and before `after`; null is the beginning and the end. Compared with `<` as text. Throws a RangeError where
 * `before` is not before `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError(`${before} is not before ${after}`);
  return between(before ?? "", after);
}

function between(low: string, high: string | null): string {
  let prefix = "";
  for (let at = 0; ; at++) {
    const [from, to] = [digitAt(low, at), high === null ? LAST + 1 : digitAt(high, at)];
    if (from === to) {
      prefix += DIGITS[from] ?? "";
      continue;
    }
    // At the end rows are appended one after another: one step, not half of what is left.
    if (high === null) return from < LAST ? prefix + (DIGITS[from + 1] ?? "") : prefix + (DIGITS[from] ?? "") + between(low.slice(at + 1), null);
    const middle = Math.round((from + to) / 2);
    if (middle > from && middle < to) return prefix + (DIGITS[middle] ?? "");
    return prefix + (DIGITS[from] ?? "") + between(low.slice(at + 1), null);
  }
}

/** Places for so many rows, in order. */
export function ordersFor(count: number): string[] {
  const places: string[] = [];
  for (let at = 0; at < count; at++) places.push(orderBetween(places.at(-1) ?? null, null));
  return places;
}
