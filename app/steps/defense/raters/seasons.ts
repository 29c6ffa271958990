/** Seasons: defense days of one cohort that belong together. Pure. */

/** Days further apart are another season: who repeats a defense months later does not hold up what can be said of the first. */
export const SEASON_GAP_DAYS = 30;

export interface DayOfSeason {
  startsAt: Date;
  endsAt: Date;
  state: "draft" | "published" | "closed" | "cancelled";
  /** Something held on it is not signed yet. */
  unsigned: boolean;
}

export interface Season {
  from: Date;
  until: Date;
  /** No day in draft or still to come, and nothing unsigned. */
  over: boolean;
}

/** The seasons of a cohort, earliest first. Cancelled days belong to none. */
export function seasonsOf(days: readonly DayOfSeason[], now: Date): Season[] {
  const seasons: Season[] = [];
  for (const day of [...days].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (day.state === "cancelled") continue;
    const over = day.state !== "draft" && day.endsAt <= now && !day.unsigned;
    const last = seasons.at(-1);
    if (last === undefined || day.startsAt.getTime() - last.until.getTime() > SEASON_GAP_DAYS * 86_400_000) seasons.push({ from: day.startsAt, until: day.endsAt, over });
    else Object.assign(last, { until: day.endsAt > last.until ? day.endsAt : last.until, over: last.over && over });
  }
  return seasons;
}
