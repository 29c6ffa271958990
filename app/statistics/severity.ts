import t from "@stdlib/stats-base-dists-t";
import { eigenSymmetric } from "./linear";
import { given, type Interval, type Ratings } from "./ratings";
import { linkedRaters, withinSubjects, type WithinSubjects } from "./within-subjects";

/** A figure with its interval. */
export interface Estimate extends Interval {
  mean: number;
}

export interface Severity {
  /** One per column: how far below the mean of the raters linked with this one the rater scores; null without a companion. */
  raters: (Estimate | null)[];
  /** The link each rater belongs to: severities compare within one only. */
  links: number[];
  /** Per subject the mean as it was given, and what the mean would be from raters of average severity; null where a rater has no estimate. */
  subjects: { raw: number; fair: Estimate | null }[];
}

/** Points of the prior on the ratio of spreads over which is averaged. */
const GRID = 200;

/**
 * How severe each rater is, and what subjects would have got from raters of average severity. Additive model
 *
 *     score_ij = subject_i − severity_j + e_ij,
 *
 * subjects free, severities drawn around their mean with a spread τ times that of e, so that few judgements pull a
 * severity towards none (empirical Bayes shrinkage: Searle, Casella and McCulloch, "Variance Components", 1992, chapter 7).
 * τ is not fixed but averaged over, with a half-Cauchy(0, 1) prior (Gelman, "Prior distributions for variance parameters in
 * hierarchical models", Bayesian Analysis 1 (2006) 515–534): with three or five raters its best single value is often 0,
 * and intervals by it would be of no width. For a given τ all is exact (normal equations, t distribution); over τ a sum of
 * 200 equal parts of the prior; intervals are those of the t distribution with the mean and the variance that result.
 *
 * Null when there is nothing to compare: fewer than three judgements beyond the first of each subject, or raters who never differ.
 */
export function raterSeverity(ratings: Ratings, options: { level?: number } = {}): Severity | null {
  const columns = Math.max(0, ...ratings.map((row) => row.length));
  const within = withinSubjects(ratings, columns);
  const freedom = within.judgements - within.subjects;
  if (freedom < 3 || within.squares <= 1e-12) return null;
  const posterior = posteriorOf(within, freedom);
  const links = linkedRaters(within.matrix);
  const reach = t.quantile(0.5 + (options.level ?? 0.95) / 2, freedom) * Math.sqrt((freedom - 2) / freedom);
  const companions = (rater: number): number[] => links.flatMap((link, other) => (link === links[rater] ? [other] : []));
  /** −effect of the raters, averaged, against the mean of all that are linked with them. */
  const estimate = (raters: readonly number[]): Estimate => {
    const contrast = new Array<number>(columns).fill(0);
    for (const rater of raters) {
      contrast[rater]! -= 1 / raters.length;
      const linked = companions(rater);
      for (const other of linked) contrast[other]! += 1 / (raters.length * linked.length);
    }
    const { mean, variance } = posterior(contrast);
    const half = reach * Math.sqrt(variance);
    return { mean, low: mean - half, high: mean + half };
  };
  const raters = within.matrix.map((_, rater) => (companions(rater).length > 1 ? estimate([rater]) : null));
  return {
    raters,
    links,
    subjects: ratings.map((row) => {
      const panel = row.flatMap((value, rater) => (value === null ? [] : [rater]));
      const raw = given(row).reduce((sum, value) => sum + value, 0) / panel.length;
      if (panel.length === 0 || panel.some((rater) => raters[rater] === null)) return { raw, fair: null };
      const { mean, low, high } = estimate(panel);
      return { raw, fair: { mean: raw + mean, low: raw + low, high: raw + high } };
    }),
  };
}

type Posterior = (contrast: readonly number[]) => { mean: number; variance: number };

/** Mean and variance of any contrast of the raters' effects, over the whole prior of τ. */
function posteriorOf({ matrix, right, squares }: WithinSubjects, freedom: number): Posterior {
  const { values, vectors } = eigenSymmetric(matrix);
  const turned = values.map((_, column) => right.reduce((sum, value, row) => sum + value * vectors[row]![column]!, 0));
  const ratios = Array.from({ length: GRID }, (_, at) => Math.tan((Math.PI / 2) * ((at + 0.5) / GRID)) ** 2);
  const fits = ratios.map((ratio) => {
    const shrunk = turned.map((value, at) => value / (values[at]! + 1 / ratio));
    // Never quite nothing: where the fit is perfect, rounding alone would decide.
    const rest = Math.max(squares - turned.reduce((sum, value, at) => sum + value * shrunk[at]!, 0), squares * 1e-9);
    const evidence = -0.5 * values.reduce((sum, value) => sum + Math.log1p(ratio * Math.max(0, value)), 0) - (freedom / 2) * Math.log(rest);
    return { ratio, shrunk, rest, evidence };
  });
  const best = Math.max(...fits.map(({ evidence }) => evidence));
  const shares = fits.map(({ evidence }) => Math.exp(evidence - best));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return (contrast) => {
    const along = values.map((_, column) => contrast.reduce((sum, value, row) => sum + value * vectors[row]![column]!, 0));
    let [mean, second] = [0, 0];
    fits.forEach(({ ratio, shrunk, rest }, at) => {
      const centre = along.reduce((sum, value, column) => sum + value * shrunk[column]!, 0);
      const spread = (along.reduce((sum, value, column) => sum + value ** 2 / (Math.max(0, values[column]!) + 1 / ratio), 0) * rest) / (freedom - 2);
      mean += (shares[at]! / total) * centre;
      second += (shares[at]! / total) * (spread + centre ** 2);
    });
    return { mean, variance: Math.max(0, second - mean ** 2) };
  };
}
