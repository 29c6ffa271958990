/** How differently a person is seen: each view by itself on the same scale, and which differences are more than chance. */
import { betaDifference, type Difference } from "~/statistics";
import type { LedgerLine, View } from "./entry";
import { type Estimate, estimateOf, type Posterior, posteriorOf, weigh } from "./estimate";
import { GAP_COVERAGE, MIN_N_VIEW, VIEW_PRIOR } from "./weights";

export interface SeenBy {
  view: View;
  posterior: Posterior;
  estimate: Estimate;
}

/** A difference between two views whose interval leaves out 0: `higher` sees more than `lower`. */
export interface Gap {
  higher: View;
  lower: View;
  /** In favour of `higher`, with its 95 % interval. */
  difference: Difference;
}

/** Order of looking: oneself, those around, those above, the customer. */
const ORDER: readonly View[] = ["self", "peer", "exam", "instructor", "manager", "panel", "field"];

/** The views of which there are lines, each with its own evidence alone and the same even start. */
export function seenBy(lines: readonly LedgerLine[], at: Date): SeenBy[] {
  return ORDER.flatMap((view) => {
    const weighed = weigh(lines, { at, views: [view], inView: true });
    if (weighed.length === 0) return [];
    const posterior = posteriorOf(VIEW_PRIOR, weighed);
    return [{ view, posterior, estimate: estimateOf(posterior, MIN_N_VIEW) }];
  });
}

/** Every pair of views with enough evidence whose difference is more than chance: its 95 % interval excludes 0. The widest first. */
export function gapsBetween(views: readonly SeenBy[]): Gap[] {
  const known = views.filter(({ estimate }) => estimate.kind === "estimate");
  const pairs = known.flatMap((one, at) => known.slice(at + 1).map((other) => [one, other] as const));
  const gaps = pairs.flatMap(([one, other]): Gap[] => {
    const [higher, lower] = meanOf(one) >= meanOf(other) ? [one, other] : [other, one];
    const difference = betaDifference(higher.posterior, lower.posterior, GAP_COVERAGE);
    return difference.low > 0 ? [{ higher: higher.view, lower: lower.view, difference }] : [];
  });
  return gaps.sort((one, other) => other.difference.mean - one.difference.mean);
}

function meanOf({ posterior: { alpha, beta } }: SeenBy): number {
  return alpha / (alpha + beta);
}

