import { formatDate, isoDay, wallClock, zonedInstant } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { Period } from "./day";

/** How many stretches of a day a form takes. */
export const MOST_STRETCHES = 3;

/**
 * A stretch of a day from two clock times (HH:MM) in a zone. Where the day crosses midnight there, each time is the first one that
 * lies on the day, and the end comes after the beginning.
 */
export function stretchOf(day: Period, timeZone: string, from: string, to: string): Period {
  const dates = [isoDay(day.startsAt, timeZone), isoDay(day.endsAt, timeZone)];
  const first = dates[0]!;
  const crosses = dates[1] !== first;
  const at = (date: string, time: string): Date => zonedInstant(date, time, timeZone);
  const startsAt = crosses && at(first, from) < day.startsAt ? at(dates[1]!, from) : at(first, from);
  const endsAt = crosses && at(first, to) <= startsAt ? at(dates[1]!, to) : at(isoDay(startsAt, timeZone), to);
  return { startsAt, endsAt };
}

/** Clock times of a stretch, for a form in a zone. */
export function clockTimes(period: Period, timeZone: string): { from: string; to: string } {
  const clock = (instant: Date): string => wallClock(instant, timeZone).slice(11, 16);
  return { from: clock(period.startsAt), to: clock(period.endsAt) };
}

/** Stretches of a day in words: 09:00–11:30、14:00–17:00. */
export function hoursText(periods: readonly Period[], { locale, timeZone, and }: { locale: Locale; timeZone: string; and: string }): string {
  const time = (instant: Date): string => formatDate(instant, { locale, timeZone, style: "time" });
  return periods.map(({ startsAt, endsAt }) => `${time(startsAt)}–${time(endsAt)}`).join(and);
}
