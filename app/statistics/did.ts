import { inverseT } from "./t";

/**
 * Staggered difference-in-differences for few clusters: group-time average effects after Callaway & Sant'Anna (2021),
 * "Difference-in-Differences with Multiple Time Periods", J. Econometrics 225, with the clusters not yet begun as
 * controls; the interval is the jackknife over clusters, scaled and with degrees of freedom after Satterthwaite as
 * Bell & McCaffrey (2002), Imbens & Kolesár (2016) and Hansen (2022, "Jackknife standard errors for clustered
 * regression") do it for regressions. docs/decisions/0010 says why, and what simulations showed.
 */

/** One cluster (a team) through the periods. */
export interface Cluster {
  /** The first period in which it was treated; null: not within what is observed. */
  start: number | null;
  /** Outcome per period; null where nothing was observed. */
  y: readonly (number | null)[];
  /** Cases behind each outcome, above 0 wherever there is one; equal weights when absent. */
  n?: readonly number[];
}

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

/** `theta = Σ w[i][t] · y[i][t]` */
type Weights = Float64Array[];

/**
 * The average effect on the treated over all groups and periods since their start, each group-time effect weighted by
 * its treated clusters. Null when no cluster has both a base and a later period beside clusters not yet begun, or when
 * leaving out a single cluster would leave nothing to compare: then no error can be told.
 */
export function staggeredDid(clusters: readonly Cluster[], options: DidOptions = {}): Did | null {
  const whole = weigh(clusters, options);
  if (!whole) return null;
  const involved = clusters.flatMap((_, at) => (whole.weights[at]!.some((weight) => weight !== 0) ? [at] : []));
  const without: Weights[] = [];
  for (const left of involved) {
    const rest = weigh(clusters, options, left);
    if (!rest) return null;
    without.push(rest.weights);
  }
  const count = involved.length;
  const deviations = deviationsOf(without, clusters.length);
  const factor = (count - 1) / count;
  const raw = factor * sum(deviations.map((weights) => applied(weights, clusters) ** 2));
  const { scale, df } = reference(whole.weights, deviations, factor, clusters);
  return {
    effect: applied(whole.weights, clusters),
    standardError: Math.sqrt(raw * scale),
    df,
    groupTimes: whole.groupTimes,
    treated: involved.filter((at) => clusters[at]!.start !== null && whole.groupTimes.some((cell) => cell.group === clusters[at]!.start)).length,
    controls: involved.filter((at) => whole.controls.has(at)).length,
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

interface Weighed {
  weights: Weights;
  groupTimes: GroupTime[];
  controls: Set<number>;
}

/** A cluster's part in one group-time comparison: its precision, and its base as weights per period. */
interface Part {
  at: number;
  weight: number;
  base: readonly { period: number; share: number }[];
}

function weigh(clusters: readonly Cluster[], { basePeriods = 1 }: DidOptions, left = -1): Weighed | null {
  const periods = Math.max(0, ...clusters.map(({ y }) => y.length));
  const groups = [...new Set(clusters.flatMap(({ start }, at) => (start === null || at === left ? [] : [start])))].sort((a, b) => a - b);
  const weights: Weights = clusters.map(() => new Float64Array(periods));
  const groupTimes: GroupTime[] = [];
  const controls = new Set<number>();
  let mass = 0;
  for (const group of groups) {
    for (let period = Math.max(group, 1); period < periods; period++) {
      const treatedParts: Part[] = [];
      const controlParts: Part[] = [];
      clusters.forEach((cluster, at) => {
        if (at === left) return;
        const side = cluster.start === group ? treatedParts : cluster.start === null || cluster.start > period ? controlParts : null;
        const part = side && partOf(cluster, at, group, period, basePeriods);
        if (part) side.push(part);
      });
      if (treatedParts.length === 0 || controlParts.length === 0) continue;
      const share = sum(treatedParts.map(({ weight }) => weight));
      add(weights, treatedParts, period, share);
      add(weights, controlParts, period, -share);
      mass += share;
      for (const { at } of controlParts) controls.add(at);
      groupTimes.push({ group, period, effect: meanChange(treatedParts, clusters, period) - meanChange(controlParts, clusters, period), treated: treatedParts.length, controls: controlParts.length });
    }
  }
  if (mass === 0) return null;
  for (const row of weights) for (let period = 0; period < periods; period++) row[period]! /= mass;
  return { weights, groupTimes, controls };
}

/** Null when the cluster has no base or was not observed in the period. */
function partOf({ y, n }: Cluster, at: number, group: number, period: number, basePeriods: number): Part | null {
  const now = y[period];
  if (now === null || now === undefined) return null;
  const base: { period: number; share: number }[] = [];
  for (let before = Math.max(0, group - basePeriods); before < group; before++) {
    const value = y[before];
    if (value !== null && value !== undefined) base.push({ period: before, share: n?.[before] ?? 1 });
  }
  const total = sum(base.map(({ share }) => share));
  if (total <= 0) return null;
  const cases = n?.[period] ?? 1;
  // The precision of a difference of two means: half the harmonic mean of their cases.
  return { at, weight: (total * cases) / (total + cases), base: base.map((one) => ({ period: one.period, share: one.share / total })) };
}

/** Adds `mass` times the mean change of `parts` to the weights. */
function add(weights: Weights, parts: readonly Part[], period: number, mass: number): void {
  const total = sum(parts.map(({ weight }) => weight));
  for (const { at, weight, base } of parts) {
    const share = (mass * weight) / total;
    weights[at]![period]! += share;
    for (const one of base) weights[at]![one.period]! -= share * one.share;
  }
}

function meanChange(parts: readonly Part[], clusters: readonly Cluster[], period: number): number {
  const total = sum(parts.map(({ weight }) => weight));
  return sum(parts.map(({ at, weight, base }) => (weight / total) * (clusters[at]!.y[period]! - sum(base.map((one) => one.share * clusters[at]!.y[one.period]!)))));
}

function applied(weights: Weights, clusters: readonly Cluster[]): number {
  let total = 0;
  weights.forEach((row, at) => {
    const { y } = clusters[at]!;
    row.forEach((weight, period) => {
      if (weight !== 0) total += weight * y[period]!;
    });
  });
  return total;
}

/** Each leave-one-out estimate less their mean, as weights. */
function deviationsOf(without: readonly Weights[], clusters: number): Weights[] {
  const periods = without[0]?.[0]?.length ?? 0;
  const mean: Weights = Array.from({ length: clusters }, () => new Float64Array(periods));
  for (const weights of without) weights.forEach((row, at) => row.forEach((weight, period) => (mean[at]![period]! += weight / without.length)));
  return without.map((weights) => weights.map((row, at) => row.map((weight, period) => weight - mean[at]![period]!)));
}

/**
 * What the jackknife does when outcomes vary independently with a variance of 1/n: how far it is off on average
 * (`scale` mends that), and with how many degrees of freedom it varies (Satterthwaite).
 */
function reference(whole: Weights, deviations: readonly Weights[], factor: number, clusters: readonly Cluster[]): { scale: number; df: number } {
  const roots = clusters.map(({ y, n }) => y.map((_, period) => 1 / Math.sqrt(n?.[period] || 1)));
  const flat = (weights: Weights) => Float64Array.from(weights.flatMap((row, at) => [...row].map((weight, period) => weight * (roots[at]![period] ?? 0))));
  const rows = deviations.map(flat);
  let trace = 0;
  let square = 0;
  rows.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const product = factor * dot(a, rows[j]!);
      if (i === j) trace += product;
      square += product * product * (i === j ? 1 : 2);
    }
  });
  const own = flat(whole);
  return { scale: dot(own, own) / trace, df: Math.max(1, (trace * trace) / square) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at++) total += a[at]! * b[at]!;
  return total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
