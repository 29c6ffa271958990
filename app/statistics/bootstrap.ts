import { normalCdf, normalQuantile } from "./normal";
import { sortedQuantile } from "./quantile";
import type { Interval } from "./ratings";

export interface BootstrapOptions {
  /** Numbers in [0, 1) from a seeded generator: the same seed gives the same interval. */
  random: () => number;
  /** Samples drawn; 2,000 hold the ends of a 95 % interval still to about a hundredth of its length. */
  replicates?: number;
  /** How sure the interval is to be; 0.95. */
  level?: number;
}

/** The share of samples in which a figure may be undefined before no interval is given at all. */
const MOST_UNDEFINED = 0.05;

/** How often each subject is in the sample → the figures, null where one does not exist. */
type Figures = (weights: readonly number[]) => readonly (number | null)[];

/**
 * Bootstrap intervals for figures over `count` independent subjects, bias-corrected and accelerated (BCa): B. Efron,
 * "Better bootstrap confidence intervals", JASA 82 (1987) 171–185; Efron and Tibshirani, "An Introduction to the
 * Bootstrap" (1993), chapter 14. Acceleration is by the jackknife. All figures are taken from the same samples.
 *
 * `statistics` gets how often each subject is in the sample (their sum is `count`; `count` − 1 for the jackknife). An
 * interval is null with too few subjects, where the figure does not vary over the samples (then nothing is known about
 * how uncertain it is), and where it exists in too few of them.
 */
export function bootstrapIntervals(count: number, statistics: Figures, options: BootstrapOptions): (Interval | null)[] {
  const { random, replicates = 2000, level = 0.95 } = options;
  const whole = statistics(new Array<number>(count).fill(1));
  if (count < 3) return whole.map(() => null);
  const samples: number[][] = whole.map(() => []);
  const weights = new Array<number>(count);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    weights.fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      const pick = Math.floor(random() * count);
      weights[pick]! += 1;
    }
    collect(samples, statistics(weights));
  }
  const without: number[][] = whole.map(() => []);
  weights.fill(1);
  for (let out = 0; out < count; out += 1) {
    weights[out] = 0;
    collect(without, statistics(weights));
    weights[out] = 1;
  }
  return whole.map((value, at) => (value === null || samples[at]!.length < replicates * (1 - MOST_UNDEFINED) ? null : intervalOf(value, samples[at]!, without[at]!, level)));
}

/** The same for one figure. */
export function bootstrapInterval(count: number, statistic: (weights: readonly number[]) => number | null, options: BootstrapOptions): Interval | null {
  return bootstrapIntervals(count, (weights) => [statistic(weights)], options)[0] ?? null;
}

function collect(samples: number[][], values: readonly (number | null)[]): void {
  values.forEach((value, at) => value !== null && Number.isFinite(value) && samples[at]!.push(value));
}

function intervalOf(whole: number, samples: number[], without: readonly number[], level: number): Interval | null {
  const values = samples.sort((a, b) => a - b);
  if (values[values.length - 1]! - values[0]! <= 1e-12) return null;
  const bias = biasOf(values, whole);
  const acceleration = accelerationOf(without);
  const end = (p: number): number => {
    const z = bias + normalQuantile(p);
    const shifted = bias + z / (1 - acceleration * z);
    return sortedQuantile(values, normalCdf(Number.isFinite(shifted) ? shifted : normalQuantile(p)));
  };
  const tail = (1 - level) / 2;
  return { low: end(tail), high: end(1 - tail) };
}

/** How far the figure is from the middle of its samples, in standard deviations; those equal to it count half. */
function biasOf(sorted: readonly number[], whole: number): number {
  const below = sorted.filter((value) => value < whole - 1e-12).length;
  const equal = sorted.filter((value) => Math.abs(value - whole) <= 1e-12).length;
  const share = (below + equal / 2) / sorted.length;
  const edge = 0.5 / sorted.length;
  return normalQuantile(Math.min(1 - edge, Math.max(edge, share)));
}

/** How fast the figure's spread changes with the figure, from the figures with one subject left out each (equation 14.15). */
export function accelerationOf(without: readonly number[]): number {
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  let squares = 0;
  let cubes = 0;
  for (const value of without) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return squares <= 1e-24 ? 0 : cubes / (6 * squares ** 1.5);
}
