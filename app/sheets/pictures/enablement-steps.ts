/** The eight steps of an enablement plan on a line of time. */
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { rowsOf, textOf } from "./reading";

export interface EnablementStep {
  id: string;
  label: string;
  what: string;
  owner: string;
  evidence: string;
  start: string;
  finish: string;
  /** Where its bar lies, 0…1 of the whole time; null where a date is missing or they are turned round. */
  bar: { from: number; to: number } | null;
}

export interface EnablementTime {
  steps: EnablementStep[];
  /** First days of months with where they stand, 0…1; at most seven. */
  months: { day: string; at: number }[];
}

const DAY = 86_400_000;

/** Days since 1970 of an ISO date; null when it is none. */
export function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? Math.round(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY) : null;
}

/** One step per fixed row; the line reaches from the first start to the last end, the last day included. */
export function enablementTime(definition: SheetDefinition, content: SheetContent, locale: Locale): EnablementTime {
  const fixed = definition.tables.find((table) => table.id === "steps")?.fixed ?? [];
  const raw = fixed.map(({ id, label }) => {
    const cells = rowsOf(content, "steps").find((row) => row.id === id)?.cells ?? {};
    return { id, label: label[locale], what: textOf(cells.what), owner: textOf(cells.owner), evidence: textOf(cells.evidence), start: textOf(cells.start), finish: textOf(cells.finish) };
  });
  const known = raw.flatMap((step) => [dayNumber(step.start), dayNumber(step.finish)]).filter((day) => day !== null);
  const [first, last] = [Math.min(...known), Math.max(...known) + 1];
  const at = (day: number): number => (day - first) / (last - first);
  return {
    steps: raw.map((step) => {
      const [from, to] = [dayNumber(step.start), dayNumber(step.finish)];
      return { ...step, bar: from === null || to === null || to < from ? null : { from: at(from), to: at(to + 1) } };
    }),
    months: known.length === 0 ? [] : monthsBetween(first, last).map((day) => ({ day: new Date(day * DAY).toISOString().slice(0, 10), at: at(day) })),
  };
}

function monthsBetween(first: number, last: number): number[] {
  const begin = new Date(first * DAY);
  const days: number[] = [];
  for (let month = begin.getUTCMonth() + (begin.getUTCDate() === 1 ? 0 : 1); ; month += 1) {
    const day = Date.UTC(begin.getUTCFullYear(), month, 1) / DAY;
    if (day >= last) break;
    days.push(day);
  }
  const every = Math.ceil(days.length / 7);
  return days.filter((_, index) => index % every === 0);
}
