import { getVtimezoneComponent } from "@touch4it/ical-timezones";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { wallClock } from "~/i18n/dates";

/** Something planned, as a calendar needs it. */
export interface CalendarEntry {
  id: string;
  title: string;
  place: string | null;
  link: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  cancelled: boolean;
  /** Counts the changes that calendars must take over. */
  sequence: number;
}

export interface CalendarTexts {
  /** Name of the calendar. */
  calendar: string;
  /** Chapters and where to follow, as the entry's description. */
  description: string;
}

/**
 * A session as an iCalendar file. The UID never changes and SEQUENCE counts changes, so that a calendar that has the entry
 * already moves it, or strikes it out when it was cancelled. Times are local to the place, with its VTIMEZONE.
 */
export function sessionCalendar(session: CalendarEntry, texts: CalendarTexts, options: { origin: string; path: string; now: Date }): string {
  const calendar = ical({
    name: texts.calendar,
    prodId: { company: "Roadbook", product: "Sessions" },
    method: session.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // No zone of its own, or DTSTAMP would be local; the event's zone brings its VTIMEZONE.
    timezone: { name: null, generator: getVtimezoneComponent },
  });
  const location = session.place ?? session.link;
  calendar.createEvent({
    id: `${session.id}@roadbook`,
    sequence: session.sequence,
    stamp: options.now,
    start: new ZonedDate(session.startsAt, session.timeZone),
    end: new ZonedDate(session.endsAt, session.timeZone),
    timezone: session.timeZone,
    summary: session.title,
    description: texts.description,
    ...(location === null ? {} : { location }),
    url: `${options.origin}${options.path}`,
    status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/**
 * A date whose local parts are those of a zone. ical-generator writes a plain Date by the server's own clock, whatever zone
 * the event names; of a date with the members of date-fns' TZDate it takes these parts.
 */
class ZonedDate extends Date {
  readonly #parts: readonly number[];

  constructor(
    readonly internal: Date,
    readonly timeZone: string,
  ) {
    super(internal);
    this.#parts = wallClock(internal, timeZone).split(/\D/).map(Number);
  }

  withTimeZone(timeZone?: string | null): ZonedDate {
    return new ZonedDate(this.internal, timeZone ?? "UTC");
  }

  tzComponents(): [string, string, string] {
    return ["", "", ""];
  }

  override getFullYear = (): number => this.#parts[0] ?? NaN;
  override getMonth = (): number => (this.#parts[1] ?? NaN) - 1;
  override getDate = (): number => this.#parts[2] ?? NaN;
  override getHours = (): number => this.#parts[3] ?? NaN;
  override getMinutes = (): number => this.#parts[4] ?? NaN;
  override getSeconds = (): number => this.#parts[5] ?? NaN;
}
