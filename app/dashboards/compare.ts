import { excludesZero, shareDifference, shareInterval } from "~/statistics";
import { TREND_LEVEL } from "./trend";

/** The level of the interval around each share. */
export const SHARE_LEVEL = 0.9;

export interface Side {
  key: string;
  /** `k` of `n`. */
  k: number;
  n: number;
}

export interface Compared extends Side {
  low: number;
  high: number;
  /** Against what it is compared with; null where there is nothing to compare with. */
  difference: { against: { k: number; n: number }; difference: number; low: number; high: number; told: boolean } | null;
}

function compare(side: Side, against: { k: number; n: number } | null): Compared {
  const difference = against && against.n > 0 && side.n > 0 ? shareDifference(side, against, TREND_LEVEL) : null;
  return { ...side, ...shareInterval(side.k, side.n, SHARE_LEVEL), difference: difference && { against: against!, ...difference, told: excludesZero(difference) } };
}

/** Each against all the others together. Only `told` differences are ones; the others may be chance. */
export function againstOthers(sides: readonly Side[]): Compared[] {
  const all = sides.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });
  return sides.map((side) => compare(side, sides.length > 1 ? { k: all.k - side.k, n: all.n - side.n } : null));
}

/** Each against the one before it in time; `sides` are in the order of time. */
export function againstEarlier(sides: readonly Side[]): Compared[] {
  return sides.map((side, at) => compare(side, sides[at - 1] ?? null));
}
