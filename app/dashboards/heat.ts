import { type Counts, unknownOf } from "./ready";

/**
 * How a cell of the heat map looks. Where more than half are unknown it is hatched and never red, however few are ready: nobody is
 * known to fall short (`unknown`; `some` when a quarter are ready all the same).
 */
export const HEAT_TONES = ["unknown", "some", "low", "middle", "good", "high"] as const;
export type HeatTone = (typeof HEAT_TONES)[number];

/** Share of people ready below which a cell is low, middle, good. */
const BELOW = { low: 0.25, middle: 0.5, good: 0.75 } as const;

/** Teams whose numbers fit into one table behind the map; of more they are shown page by page. */
export const NUMBERS_AT_ONCE = 20;

export function heatOf(counts: Counts): { tone: HeatTone; share: number | null } {
  if (counts.people === 0) return { tone: "unknown", share: null };
  const share = counts.ready / counts.people;
  if (unknownOf(counts) * 2 > counts.people) return { tone: share < BELOW.low ? "unknown" : "some", share };
  const tone = share < BELOW.low ? "low" : share < BELOW.middle ? "middle" : share < BELOW.good ? "good" : "high";
  return { tone, share };
}

/** A row's counts as plain numbers, three per competency: a page of thousands of cells sends no names with them. */
export type PackedCounts = number[];

export function packCounts(cells: readonly { counts: Counts }[]): PackedCounts {
  return cells.flatMap(({ counts }) => [counts.ready, counts.notReady, counts.unsure]);
}

/** The counts of the competency at a place, of a row of so many people. */
export function countsAt(packed: PackedCounts, at: number, people: number): Counts {
  return { people, ready: packed[at * 3] ?? 0, notReady: packed[at * 3 + 1] ?? 0, unsure: packed[at * 3 + 2] ?? 0 };
}
