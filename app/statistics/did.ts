import { type Cluster, dot, flat, meanChange, planOf, rowOf, sum, weigh, type Weights } from "./did-weights";
import { inverseT } from "./t";

export type { Cluster };

/**
 * Staggered difference-in-differences for few clusters: group-time average effects after Callaway & Sant'Anna (2021),
 * "Difference-in-Differences with Multiple Time Periods", J. Econometrics 225, with the clusters not yet begun as
 * controls; the interval is the jackknife over clusters, scaled and with degrees of freedom after Satterthwaite as
 * Bell & McCaffrey (2002), Imbens & Kolesár (2016) and Hansen (2022, "Jackknife standard errors for clustered
 * regression") do it for regressions. docs/decisions/0010 says why, and what simulations showed.
 */

export interface DidOptions {
  /** How many periods before the start make its base, pooled; 1 is the paper's. */
  basePeriods?: number;
}

/** One group-time effect: clusters that began in `group`, in `period`. */
export interface GroupTime {
  group: number;
  period: number;
  effect: number;
  /** Clusters treated and compared. */
  treated: number;
  controls: number;
}

/** What a number is worth: the estimate as a linear combination of the outcomes, its error and its degrees of freedom. */
export interface Did {
  effect: number;
  standardError: number;
  /** Satterthwaite's, 1 at least. */
  df: number;
  groupTimes: GroupTime[];
  /** Clusters that carry weight, by side. */
  treated: number;
  controls: number;
}

/**
 * The average effect on the treated over all groups and periods since their start, each group-time effect weighted by
 * its treated clusters. Null when no cluster has both a base and a later period beside clusters not yet begun, or when
 * leaving out a single cluster would leave nothing to compare: then no error can be told.
 */
export function staggeredDid(clusters: readonly Cluster[], { basePeriods = 1 }: DidOptions = {}): Did | null {
  const plan = planOf(clusters, basePeriods);
  const whole = weigh(plan);
  if (!whole) return null;
  const involved = clusters.flatMap((_, at) => (rowOf(whole, plan, at).some((weight) => weight !== 0) ? [at] : []));
  const without: Weights[] = [];
  for (const left of involved) {
    const rest = weigh(plan, left);
    if (!rest) return null;
    without.push(rest);
  }
  const count = involved.length;
  const y = flat(plan, clusters, (cluster, period) => cluster.y[period] ?? 0);
  const deviations = deviationsOf(without);
  const factor = (count - 1) / count;
  const raw = factor * sum(deviations.map((weights) => dot(weights, y) ** 2));
  const { scale, df } = reference(whole, deviations, factor, flat(plan, clusters, ({ n }, period) => 1 / Math.sqrt(n?.[period] || 1)));
  const compared = plan.cells.filter(({ treated, controls }) => treated.length > 0 && controls.length > 0);
  return {
    effect: dot(whole, y),
    standardError: Math.sqrt(raw * scale),
    df,
    groupTimes: compared.map(({ group, period, treated, controls, bases }) => ({ group, period, effect: meanChange(treated, bases, period, clusters) - meanChange(controls, bases, period, clusters), treated: treated.length, controls: controls.length })),
    treated: involved.filter((at) => clusters[at]!.start !== null && compared.some((cell) => cell.group === clusters[at]!.start)).length,
    controls: involved.filter((at) => compared.some((cell) => cell.controls.some((part) => part.at === at))).length,
  };
}

/**
 * The same with the start moved `lead` periods forward and everything since the true start left out: nothing happened
 * then, so an effect found there says that the groups were drifting apart already, and the estimate is not to be trusted.
 */
export function placeboDid(clusters: readonly Cluster[], lead: number, options: DidOptions = {}): Did | null {
  return staggeredDid(
    clusters.map(({ start, y, n }) => ({
      start: start === null ? null : start - lead,
      y: start === null ? y : y.map((value, period) => (period < start ? value : null)),
      ...(n && { n }),
    })),
    options,
  );
}

/** The two-sided interval at `level` (0.9, 0.95). */
export function didInterval({ effect, standardError, df }: Pick<Did, "effect" | "standardError" | "df">, level: number): { low: number; high: number } {
  const reach = inverseT(0.5 + level / 2, df) * standardError;
  return { low: effect - reach, high: effect + reach };
}

/** Each leave-one-out estimate less their mean, as weights. */
function deviationsOf(without: readonly Weights[]): Weights[] {
  const mean = new Float64Array(without[0]?.length ?? 0);
  for (const weights of without) for (let at = 0; at < mean.length; at++) mean[at]! += weights[at]! / without.length;
  return without.map((weights) => weights.map((weight, at) => weight - mean[at]!));
}

/**
 * What the jackknife does when outcomes vary independently with a variance of 1/n (`roots`: of the variances): how far it
 * is off on average (`scale` mends that), and with how many degrees of freedom it varies (Satterthwaite).
 */
function reference(whole: Weights, deviations: readonly Weights[], factor: number, roots: Weights): { scale: number; df: number } {
  const standardized = (weights: Weights) => weights.map((weight, at) => weight * roots[at]!);
  const rows = deviations.map(standardized);
  let trace = 0;
  let square = 0;
  rows.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const product = factor * dot(a, rows[j]!);
      if (i === j) trace += product;
      square += product * product * (i === j ? 1 : 2);
    }
  });
  const own = standardized(whole);
  return { scale: dot(own, own) / trace, df: Math.max(1, (trace * trace) / square) };
}
