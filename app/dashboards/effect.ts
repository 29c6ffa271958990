import { type Cluster, type Did, didInterval, placeboDid, staggeredDid } from "~/statistics";

/** What the field may show of the training; each per team and month. */
export const METRICS = ["stage-conversion", "cycle-time", "win-rate", "receivable-days"] as const;
export type Metric = (typeof METRICS)[number];

/** In which direction a metric is better, and whether it is a share (0…1) or days. */
export const METRIC_KINDS = {
  "stage-conversion": { better: "up", unit: "share" },
  "cycle-time": { better: "down", unit: "days" },
  "win-rate": { better: "up", unit: "share" },
  "receivable-days": { better: "down", unit: "days" },
} as const satisfies Record<Metric, { better: "up" | "down"; unit: "share" | "days" }>;

/** The months before a team's start that make its base, and how far the placebo date lies before the true one. */
export const BASE_MONTHS = 6;
export const PLACEBO_MONTHS = 4;

/**
 * Below any of these the answer is "cannot tell yet" (docs/decisions/0010: with fewer teams the interval's coverage leaves 87–93 %,
 * and with fewer degrees of freedom it is so wide that it says nothing).
 */
export const MINIMA = { begun: 4, controls: 4, casesBefore: 40, casesAfter: 40, df: 4 } as const;

/** The interval shown, and the one that must leave 0 out before anything is called an effect. */
export const SHOWN_LEVEL = 0.9;
export const CLAIM_LEVEL = 0.95;
/** The placebo speaks up at the level shown: better to doubt once too often. */
export const PLACEBO_LEVEL = 0.9;

/** A spread below this is none: what is left of rounding. */
const ROUNDING = 1e-9;

/** A team's months for one metric; `cases` 0 where nothing happened. */
export interface TeamMonths {
  teamId: string;
  /** Index of the month in which its first cohort began; null: not yet. */
  start: number | null;
  values: (number | null)[];
  cases: number[];
}

/** What is missing before it can be told. */
export type Missing =
  | { code: "begun" | "controls" | "cases-before" | "cases-after"; have: number; need: number }
  | { code: "spread" };

/** One month counted from the start: those who began, and in the same months those who had not. */
export interface EventMonth {
  month: number;
  begun: number | null;
  notYet: number | null;
}

export type EffectAnswer = {
  /** Teams that began, teams compared with, cases of those begun before and since. */
  begun: number;
  controls: number;
  casesBefore: number;
  casesAfter: number;
  months: EventMonth[];
} & (
  | { kind: "cannot-tell"; missing: Missing[] }
  | {
      kind: "estimate";
      effect: number;
      low: number;
      high: number;
      /** Level of those begun before they began. */
      before: number;
      standardError: number;
      df: number;
      /** The same at the placebo date; null: too little before it. */
      placebo: { effect: number; low: number; high: number } | null;
      /** `effect`: it stands out at CLAIM_LEVEL and the placebo is quiet. `drifting`: the placebo speaks up. `none-seen`: neither. */
      verdict: "effect" | "none-seen" | "drifting";
    }
);

/** The answer for one metric from the months of all teams in sight. */
export function answerOf(teams: readonly TeamMonths[]): EffectAnswer {
  const clusters = teams.map(({ start, values, cases }): Cluster => ({ start, y: values, n: cases.map((n) => Math.max(1, n)) }));
  const usable = teams.filter(({ start, values }) => start !== null && values.some((value, month) => value !== null && month >= start) && values.some((value, month) => value !== null && month < start && month >= start - BASE_MONTHS));
  const lastStart = Math.max(-1, ...usable.map(({ start }) => start ?? -1));
  const compared = teams.filter(({ start, values }) => (start === null || usable.some((team) => (team.start ?? 0) < start)) && values.some((value, month) => value !== null && (start === null || month < start) && month >= Math.min(lastStart, ...usable.map((team) => team.start ?? 0))));
  const casesOf = (when: (month: number, start: number) => boolean) => usable.reduce((sum, { start, cases }) => sum + cases.reduce((own, n, month) => own + (when(month, start ?? 0) ? n : 0), 0), 0);
  const shared = {
    begun: usable.length,
    controls: compared.length,
    casesBefore: casesOf((month, start) => month < start && month >= start - BASE_MONTHS),
    casesAfter: casesOf((month, start) => month >= start),
    months: eventMonths(teams, usable),
  };
  const missing: Missing[] = (
    [
      ["begun", shared.begun, MINIMA.begun],
      ["controls", shared.controls, MINIMA.controls],
      ["cases-before", shared.casesBefore, MINIMA.casesBefore],
      ["cases-after", shared.casesAfter, MINIMA.casesAfter],
    ] as const
  ).flatMap(([code, have, need]) => (have < need ? [{ code, have, need }] : []));
  const did = missing.length === 0 ? staggeredDid(clusters, { basePeriods: BASE_MONTHS }) : null;
  if (!did || did.df < MINIMA.df || did.standardError < ROUNDING * Math.max(1, Math.abs(did.effect))) return { ...shared, kind: "cannot-tell", missing: missing.length > 0 ? missing : [{ code: "spread" }] };
  const placebo = placeboDid(clusters, PLACEBO_MONTHS, { basePeriods: BASE_MONTHS });
  return { ...shared, kind: "estimate", effect: did.effect, ...didInterval(did, SHOWN_LEVEL), before: levelBefore(usable), standardError: did.standardError, df: did.df, placebo: placebo && { effect: placebo.effect, ...didInterval(placebo, PLACEBO_LEVEL) }, verdict: verdictOf(did, placebo) };
}

function verdictOf(did: Did, placebo: Did | null): "effect" | "none-seen" | "drifting" {
  if (placebo && leavesZeroOut(didInterval(placebo, PLACEBO_LEVEL))) return "drifting";
  return leavesZeroOut(didInterval(did, CLAIM_LEVEL)) ? "effect" : "none-seen";
}

function leavesZeroOut({ low, high }: { low: number; high: number }): boolean {
  return low > 0 || high < 0;
}

function levelBefore(usable: readonly TeamMonths[]): number {
  const parts = usable.flatMap(({ start, values, cases }) => values.flatMap((value, month) => (value !== null && month < start! && month >= start! - BASE_MONTHS ? [{ value, n: cases[month]! }] : [])));
  return mean(parts) ?? 0;
}

/** Months −6…+6 around the start: the begun, and beside each of them the teams not yet begun in the same calendar month. */
function eventMonths(teams: readonly TeamMonths[], usable: readonly TeamMonths[]): EventMonth[] {
  return Array.from({ length: 2 * BASE_MONTHS + 1 }, (_, at): EventMonth => {
    const month = at - BASE_MONTHS;
    const begun: { value: number; n: number }[] = [];
    const notYet: { value: number; n: number }[] = [];
    for (const team of usable) {
      const when = team.start! + month;
      const value = team.values[when] ?? null;
      if (value === null) continue;
      begun.push({ value, n: team.cases[when]! });
      for (const other of teams) {
        const beside = other.start === null || other.start > Math.max(when, team.start!) ? (other.values[when] ?? null) : null;
        if (beside !== null) notYet.push({ value: beside, n: other.cases[when]! });
      }
    }
    return { month, begun: mean(begun), notYet: mean(notYet) };
  });
}

function mean(parts: readonly { value: number; n: number }[]): number | null {
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  return n === 0 ? null : parts.reduce((sum, part) => sum + part.value * part.n, 0) / n;
}
