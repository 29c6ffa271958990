/** What a figure means for somebody's readiness, in one of four words. */
import type { Estimate } from "./estimate";
import { READY } from "./weights";

/** `ready` and `not-ready`: the whole interval lies on that side; `unsure`: it lies across; `insufficient`: there is no figure. */
export const STANDINGS = ["ready", "unsure", "not-ready", "insufficient"] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(estimate: Estimate): Standing {
  if (estimate.kind === "insufficient") return "insufficient";
  if (estimate.low >= READY) return "ready";
  return estimate.high < READY ? "not-ready" : "unsure";
}
