/**
 * The average effect of did.ts as a linear combination of the outcomes: what is compared with what, once for all, and
 * the weights of it, cheap enough to be told again without each cluster in turn.
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

/** `theta = Σ w · y` over clusters × periods, the periods of a cluster side by side. */
export type Weights = Float64Array<ArrayBuffer>;

/** What a cluster had before a group began: the cases in all, and of each period its share of them. */
interface Base {
  total: number;
  periods: readonly { period: number; share: number }[];
}

/** A cluster's part in one group-time comparison: the precision of its change, half the harmonic mean of its cases before and now. */
interface Part {
  at: number;
  weight: number;
}

/** One group-time comparison; `bases` by cluster, null where there is none. */
interface Cell {
  group: number;
  period: number;
  treated: readonly Part[];
  controls: readonly Part[];
  bases: readonly (Base | null)[];
}

/** All that can be compared, whoever is left out. The cells of a group stand together. */
interface Plan {
  clusters: number;
  periods: number;
  cells: readonly Cell[];
}

/** What can be compared: each group in each period since its start with the clusters not yet begun, against `basePeriods` before it. */
export function planOf(clusters: readonly Cluster[], basePeriods: number): Plan {
  const periods = Math.max(0, ...clusters.map(({ y }) => y.length));
  const groups = [...new Set(clusters.flatMap(({ start }) => start ?? []))].sort((a, b) => a - b);
  const cells = groups.flatMap((group) => {
    const bases = clusters.map((cluster) => baseOf(cluster, group, basePeriods));
    return Array.from({ length: Math.max(0, periods - Math.max(group, 1)) }, (_, since): Cell => {
      const period = Math.max(group, 1) + since;
      const treated: Part[] = [];
      const controls: Part[] = [];
      clusters.forEach(({ start, y, n }, at) => {
        const side = start === group ? treated : start === null || start > period ? controls : null;
        const total = bases[at]?.total ?? 0;
        if (!side || total <= 0 || (y[period] ?? null) === null) return;
        const cases = n?.[period] ?? 1;
        side.push({ at, weight: (total * cases) / (total + cases) });
      });
      return { group, period, treated, controls, bases };
    });
  });
  return { clusters: clusters.length, periods, cells };
}

/** Null when nothing was observed in the `basePeriods` before the group began. */
function baseOf({ y, n }: Cluster, group: number, basePeriods: number): Base | null {
  const periods: { period: number; share: number }[] = [];
  let total = 0;
  for (let before = Math.max(0, group - basePeriods); before < group; before++) {
    if ((y[before] ?? null) === null) continue;
    const cases = n?.[before] ?? 1;
    periods.push({ period: before, share: cases });
    total += cases;
  }
  return total <= 0 ? null : { total, periods: periods.map(({ period, share }) => ({ period, share: share / total })) };
}

/** The weights of the average effect without the cluster `left`; null when nothing is left to compare. */
export function weigh({ clusters, periods, cells }: Plan, left = -1): Weights | null {
  const weights = new Float64Array(clusters * periods);
  const inBases = new Float64Array(clusters);
  let mass = 0;
  cells.forEach(({ period, treated, controls, bases }, index) => {
    const share = weightOf(treated, left);
    const against = weightOf(controls, left);
    if (share > 0 && against > 0) {
      mass += share;
      for (const { at, weight } of treated) if (at !== left) put(at, weight);
      for (const { at, weight } of controls) if (at !== left) put(at, (-share * weight) / against);
    }
    // The bases are a group's, whatever the period.
    if (cells[index + 1]?.bases !== bases) takeBases(bases);

    function put(at: number, part: number) {
      weights[at * periods + period]! += part;
      inBases[at]! += part;
    }
  });
  if (mass === 0) return null;
  for (let at = 0; at < weights.length; at++) weights[at]! /= mass;
  return weights;

  function takeBases(bases: readonly (Base | null)[]) {
    bases.forEach((base, at) => {
      for (const { period, share } of base?.periods ?? []) weights[at * periods + period]! -= inBases[at]! * share;
    });
    inBases.fill(0);
  }
}

function weightOf(parts: readonly Part[], left: number): number {
  let total = 0;
  for (const { at, weight } of parts) if (at !== left) total += weight;
  return total;
}

/** The mean change of a side from its base to the period. */
export function meanChange(parts: readonly Part[], bases: readonly (Base | null)[], period: number, clusters: readonly Cluster[]): number {
  const total = weightOf(parts, -1);
  return sum(parts.map(({ at, weight }) => (weight / total) * (clusters[at]!.y[period]! - sum(bases[at]!.periods.map((before) => before.share * clusters[at]!.y[before.period]!)))));
}

/** The weights of one cluster, by period. */
export function rowOf(weights: Weights, { periods }: Plan, at: number): Weights {
  return weights.subarray(at * periods, (at + 1) * periods);
}

/** One value per cluster and period, laid out as the weights are. */
export function flat({ periods }: Plan, clusters: readonly Cluster[], valueOf: (cluster: Cluster, period: number) => number): Weights {
  return Float64Array.from({ length: clusters.length * periods }, (_, at) => valueOf(clusters[Math.floor(at / periods)]!, at % periods));
}

export function dot(a: Weights, b: Weights): number {
  let total = 0;
  for (let at = 0; at < a.length; at++) total += a[at]! * b[at]!;
  return total;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
