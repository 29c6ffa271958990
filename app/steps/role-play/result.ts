/** THE rule by which a salesperson passes a round. Everything that says "passed" asks here. */
import { checklistPoints, type MarkMap } from "./sheet";

export interface RoundMarks {
  /** The scenario's checklist. */
  behaviours: readonly { id: string }[];
  /** Sheets that observers handed in. Others are seen, but do not count. */
  sheets: readonly MarkMap[];
  /** The instructor's latest mark by the same checklist. */
  assessment: MarkMap | null;
}

export interface SalesResult {
  /** Whose word holds; null while nobody has said anything. */
  by: "instructor" | "observers" | null;
  /** 0…1; null while nobody has said anything. */
  share: number | null;
  passed: boolean | null;
}

/** Halves and thirds that do not add up in binary fail nobody. */
const TOLERANCE = 1e-9;

/**
 * The instructor's mark where there is one; otherwise the mean of the observers' sheets that were handed in. Shown counts
 * whole, partly half, everything else nothing; the salesperson passes with at least `passMark` (0…1) of the checklist.
 */
export function salesResult({ behaviours, sheets, assessment }: RoundMarks, passMark: number): SalesResult {
  const counted = assessment === null ? sheets : [assessment];
  if (counted.length === 0) return { by: null, share: null, passed: null };
  const shares = counted.map((marks) => {
    const { points, max } = checklistPoints(behaviours, marks);
    return max === 0 ? 0 : points / max;
  });
  const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  return { by: assessment === null ? "observers" : "instructor", share, passed: share >= passMark - TOLERANCE };
}
