import { LANGUAGE_TAG, type Locale } from "./locale";

const STYLES = {
  date: { year: "numeric", month: "short", day: "numeric" },
  "short-date": { month: "short", day: "numeric" },
  "date-time": { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  "short-date-time": { month: "short", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant (Date or ISO text) as people of `locale` write it, in the named time zone. */
export function formatDate(instant: Date | string, options: { locale: Locale; timeZone: string; style?: keyof typeof STYLES }): string {
  const style = options.style ?? "date-time";
  const key = `${options.locale} ${options.timeZone} ${style}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(LANGUAGE_TAG[options.locale], { ...STYLES[style], timeZone: options.timeZone })));
  return format.format(typeof instant === "string" ? new Date(instant) : instant);
}

/** Whole days from `from` to `to` on the calendar of `timeZone`; negative when `to` lies before. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (date: Date): number => Date.parse(isoDay(date, timeZone));
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/** The calendar day `YYYY-MM-DD` of an instant in a time zone. */
export function isoDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}
