import { LANGUAGE_TAG, type Locale } from "./locale";

const STYLES = {
  date: { year: "numeric", month: "short", day: "numeric" },
  "short-date": { month: "short", day: "numeric" },
  "date-time": { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  "short-date-time": { month: "short", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const ISO_DAY = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
const WALL_CLOCK = { ...ISO_DAY, hourCycle: "h23", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes many times as long as using it. */
function formatOf(tag: string, timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${name}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tag, { ...options, timeZone })));
  return format;
}

/** An instant (Date or ISO text) as people of `locale` write it, in the named time zone. */
export function formatDate(instant: Date | string, options: { locale: Locale; timeZone: string; style?: keyof typeof STYLES }): string {
  const style = options.style ?? "date-time";
  return formatOf(LANGUAGE_TAG[options.locale], options.timeZone, style, STYLES[style]).format(typeof instant === "string" ? new Date(instant) : instant);
}

/** Whole days from `from` to `to` on the calendar of `timeZone`; negative when `to` lies before. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (date: Date): number => Date.parse(isoDay(date, timeZone));
  return Math.round((day(to) - day(from)) / DAY_MS);
}

/** The calendar day `YYYY-MM-DD` of an instant in a time zone. */
export function isoDay(instant: Date, timeZone: string): string {
  return formatOf("en-CA", timeZone, "iso-day", ISO_DAY).format(instant);
}

/**
 * The instant at which clocks in `timeZone` show `day` (YYYY-MM-DD) and `time` (HH:MM). A time that a change of clocks
 * skips is taken an hour later, one that happens twice at its first.
 */
export function zonedInstant(day: string, time: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (instant: number): number => Date.parse(`${wallClock(new Date(instant), timeZone)}Z`) - instant;
  // The offsets of the days before and after: clocks change at most once in between.
  const [first, second] = [asUtc - DAY_MS, asUtc + DAY_MS].map((nearby) => asUtc - offsetAt(nearby)) as [number, number];
  const showing = [first, second].filter((instant) => instant + offsetAt(instant) === asUtc);
  return new Date(showing.length > 0 ? Math.min(...showing) : Math.max(first, second));
}

/** What clocks in `timeZone` show, as `YYYY-MM-DDTHH:MM:SS`: the form of a datetime-local field. */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf("en-US", timeZone, "wall-clock", WALL_CLOCK)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/** What people of `locale` call a time zone: 中国时间, China Time. */
export function zoneName(timeZone: string, locale: Locale): string {
  const parts = formatOf(LANGUAGE_TAG[locale], timeZone, "zone-name", { timeZoneName: "shortGeneric" }).formatToParts(0);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
