import { normalQuantile } from "./normal";
import type { Interval } from "./ratings";

/** Wilson's score interval of a share `k` of `n` (Wilson 1927); 0…1 when nobody was looked at. */
export function shareInterval(k: number, n: number, level: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + level / 2);
  const p = k / n;
  const centre = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return { low: k === 0 ? 0 : (centre - reach) / whole, high: k === n ? 1 : (centre + reach) / whole };
}

/**
 * The interval of the difference of two independent shares, `a` less `b`, by Newcombe's hybrid score method (1998,
 * "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, method 10).
 */
export function shareDifference(a: { k: number; n: number }, b: { k: number; n: number }, level: number): Interval & { difference: number } {
  if (a.n === 0 || b.n === 0) return { difference: 0, low: -1, high: 1 };
  const [p, q] = [a.k / a.n, b.k / b.n];
  const [one, other] = [shareInterval(a.k, a.n, level), shareInterval(b.k, b.n, level)];
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - one.low, other.high - q),
    high: p - q + Math.hypot(one.high - p, q - other.low),
  };
}

/** Whether an interval leaves 0 out: only then is a difference one. */
export function excludesZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
