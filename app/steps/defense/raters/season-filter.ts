/** What of the defenses is looked at, as the address says it. Pure. */
import { isoDay, zonedInstant } from "~/i18n/dates";

export interface SeasonFilter {
  /** Days `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
  cohortId: string | null;
  chapterSlug: string | null;
  page: number;
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the address; what is not understood counts as not asked. Without days the last year until today; days the wrong way round change places. */
export function readSeasonFilter(query: URLSearchParams, now: Date, timeZone: string): SeasonFilter {
  const day = (name: string): string | null => {
    const value = query.get(name) ?? "";
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  };
  const to = day("to") ?? isoDay(now, timeZone);
  const from = day("from") ?? isoDay(new Date(Date.parse(`${to}T12:00:00Z`) - 365 * DAY_MS), "UTC");
  const cohort = query.get("cohort");
  const chapter = query.get("chapter");
  const page = Number(query.get("page") ?? "1");
  return {
    ...(from <= to ? { from, to } : { from: to, to: from }),
    cohortId: cohort !== null && UUID.test(cohort) ? cohort : null,
    chapterSlug: chapter !== null && /^[a-z0-9-]{1,80}$/.test(chapter) ? chapter : null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The same address with something changed. */
export function seasonSearch(filter: SeasonFilter, change: Partial<SeasonFilter> = {}): string {
  const { from, to, cohortId, chapterSlug, page } = { ...filter, ...change };
  return `?${new URLSearchParams({ from, to, ...(cohortId === null ? {} : { cohort: cohortId }), ...(chapterSlug === null ? {} : { chapter: chapterSlug }), ...(page > 1 ? { page: String(page) } : {}) }).toString()}`;
}

/** The instants of a filter's days, `to` not included. */
export function seasonPeriod({ from, to }: Pick<SeasonFilter, "from" | "to">, timeZone: string): { from: Date; to: Date } {
  const after = isoDay(new Date(Date.parse(`${to}T12:00:00Z`) + DAY_MS), "UTC");
  return { from: zonedInstant(from, "00:00", timeZone), to: zonedInstant(after, "00:00", timeZone) };
}
