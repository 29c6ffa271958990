import { excludesZero, shareDifference } from "~/statistics";

/** The level at which a change of a share is called one. */
export const TREND_LEVEL = 0.95;

export interface Change {
  /** The share now less the share then, with its interval. */
  difference: number;
  low: number;
  high: number;
}

/**
 * A change of a share that chance alone would seldom make; null where it might, or where too little is known. Many of the people are the
 * same on both days, which the interval (of two independent groups) does not use: it is wider than it need be, and never too narrow.
 */
export function changeOf(now: { k: number; n: number }, then: { k: number; n: number }): Change | null {
  const change = shareDifference(now, then, TREND_LEVEL);
  return excludesZero(change) ? change : null;
}
