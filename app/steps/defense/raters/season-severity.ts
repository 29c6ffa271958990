/** Severity of the examiners of a season, what candidates would have got from examiners of average severity, and severity over the months. Pure. */
import t from "@stdlib/stats-base-dists-t";
import { type Estimate, raterSeverity } from "~/statistics";
import { EVIDENCE } from "./evidence";
import { type SeasonScore, sharedDefenses, totalsOf } from "./season";

export type SeverityFigure =
  /** In levels: above 0 gives less than the average of the examiners it is linked with. */
  | ({ kind: "estimate"; n: number } & Estimate)
  | { kind: "insufficient"; n: number; needed: number }
  /** Nobody ever differed, so that nothing can be told apart. */
  | { kind: "undefined"; n: number };

export interface SeasonSeverity {
  examiners: { examinerId: string; severity: SeverityFigure; /** Groups of examiners who never met compare only within. */ link: number }[];
  /** Whether there are several such groups. */
  apart: boolean;
  /** Per defense and chapter the mean as it was given, and the fair one where every examiner of the panel has a figure. */
  totals: { slotId: string; chapterSlug: string; raw: number; fair: Estimate | null }[];
}

/** Severity by the additive model of docs/decisions/0008, on candidates' mean levels. `most` is the highest level of the scale. */
export function seasonSeverity(scores: readonly SeasonScore[], most: number): SeasonSeverity {
  const { examiners, rows, table } = totalsOf(sharedDefenses(scores));
  const result = raterSeverity(table, { level: EVIDENCE.level });
  const figures = examiners.map((_, column): SeverityFigure => {
    const n = new Set(rows.filter((__, at) => table[at]![column] !== null).map(({ slotId }) => slotId)).size;
    if (n < EVIDENCE.severity) return { kind: "insufficient", n, needed: EVIDENCE.severity };
    const estimate = result?.raters[column] ?? null;
    return estimate === null ? { kind: "undefined", n } : { kind: "estimate", n, ...estimate };
  });
  const within = (value: number): number => Math.min(most, Math.max(0, value));
  return {
    examiners: examiners.map((examinerId, column) => ({ examinerId, severity: figures[column]!, link: result?.links[column] ?? 0 })),
    apart: new Set(examiners.flatMap((_, column) => (figures[column]!.kind === "estimate" ? [result?.links[column] ?? 0] : []))).size > 1,
    totals: rows.map(({ slotId, chapterSlug }, at) => {
      const given = table[at]!.filter((value) => value !== null);
      const fair = result?.subjects[at]?.fair ?? null;
      const known = table[at]!.every((value, column) => value === null || figures[column]!.kind === "estimate");
      return {
        slotId,
        chapterSlug,
        raw: given.reduce((sum, value) => sum + value, 0) / given.length,
        fair: fair !== null && known ? { mean: within(fair.mean), low: within(fair.low), high: within(fair.high) } : null,
      };
    }),
  };
}

/** How one examiner scored in one month against the rest of the panels: above 0 is more severe. */
export interface MonthOfExaminer {
  examinerId: string;
  /** `YYYY-MM` in the time zone of the reader. */
  month: string;
  severity: SeverityFigure;
}

/**
 * Severity month by month: the mean of the other panelists less the examiner's own, averaged over the month's candidates,
 * with the interval of a mean (t distribution). No model and no shrinkage: the months are to be seen as they were.
 */
export function severityByMonth(scores: readonly (SeasonScore & { month: string })[]): MonthOfExaminer[] {
  const defenses = sharedDefenses(scores);
  const months = new Map(defenses.map(({ slotId, scores: own }) => [slotId, own[0]?.month ?? ""]));
  const { examiners, rows, table } = totalsOf(defenses);
  return examiners.flatMap((examinerId, column) => {
    const byMonth = new Map<string, Map<string, number[]>>();
    rows.forEach(({ slotId }, at) => {
      const own = table[at]![column]!;
      if (own === null) return;
      const others = table[at]!.filter((value, other): value is number => value !== null && other !== column);
      const month = months.get(slotId) ?? "";
      const slots = byMonth.get(month) ?? new Map<string, number[]>();
      slots.set(slotId, [...(slots.get(slotId) ?? []), others.reduce((sum, value) => sum + value, 0) / others.length - own]);
      byMonth.set(month, slots);
    });
    return [...byMonth.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, slots]) => ({ examinerId, month, severity: meanFigure([...slots.values()].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length)) }));
  });
}

function meanFigure(values: readonly number[]): SeverityFigure {
  const n = values.length;
  if (n < EVIDENCE.month) return { kind: "insufficient", n, needed: EVIDENCE.month };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  if (variance <= 1e-12) return { kind: "undefined", n };
  const half = t.quantile(0.5 + EVIDENCE.level / 2, n - 1) * Math.sqrt(variance / n);
  return { kind: "estimate", n, mean, low: mean - half, high: mean + half };
}
