/** Two people in one text: what one of them changed, carried over to what the other made of it. */

interface Splice {
  from: number;
  to: number;
  text: string;
}

/** The one stretch in which `after` differs from `before`. */
function spliceOf(before: string, after: string): Splice {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}

/** Where a place in the old text lies in the new one; a place inside of what was replaced comes to its end. */
function carry(place: number, { from, to, text }: Splice): number {
  if (place <= from) return place;
  return place >= to ? place + text.length - (to - from) : from + text.length;
}

/**
 * What a text becomes when `mine` and `theirs` were both made from `base` (the first from what stands in the input, the
 * second by somebody else meanwhile). Changes in different places are both kept; in the same place mine stands behind theirs.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (base === theirs || mine === theirs) return mine;
  if (base === mine) return theirs;
  const [my, their] = [spliceOf(base, mine), spliceOf(base, theirs)];
  const [from, to] = [carry(my.from, their), carry(my.to, their)];
  // An insertion of theirs at the start of mine is not overwritten.
  const start = my.from === their.from && their.to === their.from ? my.from + their.text.length : from;
  return theirs.slice(0, start) + my.text + theirs.slice(Math.max(start, to));
}

/** Where the cursor stands after a text in an input was replaced by another. */
export function carryCursor(place: number, before: string, after: string): number {
  return carry(place, spliceOf(before, after));
}
