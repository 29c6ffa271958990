/** Days of the calendar as text, "2026-11-28", without a time zone. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** Days since 1970-01-01; null where the text is no day of the calendar. */
export function dayNumber(date: string): number | null {
  const match = ISO.exec(date);
  if (match === null) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time).toISOString().slice(0, 10) === date ? time / DAY : null;
}

/** The day so many days after a day; the day must be one. */
export function dayAfter(date: string, days: number): string {
  const from = dayNumber(date);
  if (from === null) throw new RangeError(`${date} is no day`);
  return new Date((from + days) * DAY).toISOString().slice(0, 10);
}
