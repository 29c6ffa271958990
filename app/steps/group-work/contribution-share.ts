/** Who contributed how much of a group's sheet, from what the sheet's ledger counts. */

/** What one person contributed: cells that stand, cells of others made better, findings put right, remarks settled. */
export interface Counts {
  filled: number;
  improved: number;
  fixed: number;
  resolved: number;
}

export const COUNT_KINDS = ["filled", "improved", "fixed", "resolved"] as const satisfies readonly (keyof Counts)[];

/** All that counts of one person: each cell, each finding, each remark is one. */
export function sumOf(counts: Counts): number {
  return counts.filled + counts.improved + counts.fixed + counts.resolved;
}

/** Each person with their share of the whole, 0…1; nobody has any while nothing is there. The order stays. */
export function withShares<T extends Counts>(people: readonly T[]): (T & { share: number })[] {
  const all = people.reduce((sum, one) => sum + sumOf(one), 0);
  return people.map((one) => ({ ...one, share: all === 0 ? 0 : sumOf(one) / all }));
}
