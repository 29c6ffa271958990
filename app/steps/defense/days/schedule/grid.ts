/** When defenses of a day can begin, and who is free then. Moments are milliseconds since 1970: zones play no part in planning. */

/** From `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

export interface DayShape extends Span {
  breaks: readonly Span[];
  /** One defense: presentation, questions and deliberation, in minutes. */
  slotMinutes: number;
  /** Minutes between two defenses. */
  changeoverMinutes: number;
}

export interface GridTime extends Span {
  /** Whether it follows the time before without a pause, which counts for how long people sit in a row. */
  followsOn: boolean;
}

const MINUTE_MS = 60_000;

/** The times at which defenses are held, the same in every place, around the breaks. */
export function gridTimes(day: DayShape): GridTime[] {
  const length = day.slotMinutes * MINUTE_MS;
  const changeover = day.changeoverMinutes * MINUTE_MS;
  const breaks = [...day.breaks].sort((a, b) => a.from - b.from);
  const times: GridTime[] = [];
  let followsOn = false;
  for (let from = day.from; from + length <= day.to; ) {
    const to = from + length;
    const pause = breaks.find((span) => span.from < to && from < span.to);
    if (pause) {
      from = pause.to;
      followsOn = false;
      continue;
    }
    times.push({ from, to, followsOn });
    from = to + changeover;
    followsOn = true;
  }
  return times;
}

/** Spans in order, with those that touch or overlap made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** At which times somebody can be there. `free` null means all day; `busy` is what they have elsewhere. */
export function freeAt(times: readonly Span[], free: readonly Span[] | null, busy: readonly Span[] = []): boolean[] {
  const merged = free === null ? null : mergeSpans(free);
  return times.map((time) => {
    if (busy.some((span) => span.from < time.to && time.from < span.to)) return false;
    return merged === null || merged.some((span) => span.from <= time.from && time.to <= span.to);
  });
}
