/** What a line of a file would do. */
export const LINE_FATES = ["new", "changed", "unchanged", "refused"] as const;
export type LineFate = (typeof LINE_FATES)[number];

/** Why a line, or a push of the API, is refused. */
export const REFUSALS = [
  "missing", "amount", "currency", "date", "stage", "stage-future", "stage-order", "unknown-owner", "not-yours", "other-account", "twice-in-file", "due-before-issue", "unknown-deal", "unknown-invoice", "ambiguous-invoice", "more-than-open", "future", "kind",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface PlannedLine {
  /** As in the file, the heading being 1. */
  number: number;
  fate: LineFate;
  /** What it is about, as the file calls it. */
  name: string;
  /** Fields that become others. */
  changes: string[];
  refusal: { reason: Refusal; field: string | null } | null;
}

export type Counts = Record<LineFate, number>;

/** How many lines have which fate. */
export function countFates(lines: readonly { fate: LineFate }[]): Counts {
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { fate } of lines) counts[fate] += 1;
  return counts;
}
