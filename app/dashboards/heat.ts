import { type Counts, unknownOf } from "./ready";

/** How a cell of the heat map looks; `unknown` where more than half are unknown: a share of the others would mislead. */
export const HEAT_TONES = ["unknown", "low", "middle", "good", "high"] as const;
export type HeatTone = (typeof HEAT_TONES)[number];

/** Share of people ready below which a cell is low, middle, good. */
const BELOW = { low: 0.25, middle: 0.5, good: 0.75 } as const;

export function heatOf(counts: Counts): { tone: HeatTone; share: number | null } {
  if (counts.people === 0) return { tone: "unknown", share: null };
  const share = counts.ready / counts.people;
  if (unknownOf(counts) * 2 > counts.people) return { tone: "unknown", share };
  const tone = share < BELOW.low ? "low" : share < BELOW.middle ? "middle" : share < BELOW.good ? "good" : "high";
  return { tone, share };
}
