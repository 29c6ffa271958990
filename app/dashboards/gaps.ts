import { type Counts, hasEvidence, unknownOf } from "./ready";

/** How sure a gap is: the more people it is known of, the surer. */
export const SURENESS = ["sure", "partly", "open"] as const;
export type Sureness = (typeof SURENESS)[number];

/** At most this share unknown, and the picture is `sure`; up to the second it is `partly` known. */
const UNKNOWN_AT_MOST = { sure: 0.2, partly: 0.5 } as const;

/** How far a competency falls short in some part of the company. */
export interface Gap {
  competency: string;
  counts: Counts;
  /** People who are not ready: at least those known not to be, at most those not known to be. */
  least: number;
  most: number;
  sureness: Sureness;
  /** `known`: people are known not to be ready. `unknown`: nobody knows; what is missing is evidence. */
  kind: "known" | "unknown";
}

export function gapOf(competency: string, counts: Counts): Gap {
  const least = counts.notReady;
  const most = counts.people - counts.ready;
  const unknown = counts.people === 0 ? 1 : unknownOf(counts) / counts.people;
  return {
    competency,
    counts,
    least,
    most,
    sureness: unknown <= UNKNOWN_AT_MOST.sure ? "sure" : unknown <= UNKNOWN_AT_MOST.partly ? "partly" : "open",
    kind: least > 0 ? "known" : "unknown",
  };
}

/**
 * The largest gaps: first those with most people known not to be ready, then those with most people of whom there is a figure that
 * decides nothing (they are being trained, and a little more evidence would tell), then those of which least is known; among the
 * competencies of which there is evidence at all. A competency that nobody was ever asked to show is no gap but a course not yet held.
 */
export function largestGaps(byCompetency: ReadonlyMap<string, Counts>, count: number): Gap[] {
  return [...byCompetency]
    .filter(([, counts]) => hasEvidence(counts))
    .map(([competency, counts]) => gapOf(competency, counts))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.least - a.least || b.counts.unsure - a.counts.unsure || b.most - a.most || a.competency.localeCompare(b.competency))
    .slice(0, count);
}
