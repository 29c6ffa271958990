/** How close a reviewer's marks come to the instructor's. Pure. */
import { type CriterionPoints, type Rubric, rubricDistance } from "~/marking";

/** One review beside the instructor's mark of the same version. */
export interface Comparison {
  reviewerId: string;
  rubric: Pick<Rubric, "criteria">;
  review: CriterionPoints;
  mark: CriterionPoints;
}

/** `closeness`: 1 is the instructor's very levels, 0 opposite ends everywhere; the mean over `n` reviews. */
export type ReviewerQuality = { closeness: number; n: number };

/** By reviewer; who has no review that can be compared is left out. */
export function reviewerQuality(comparisons: readonly Comparison[]): Map<string, ReviewerQuality> {
  const distances = new Map<string, number[]>();
  for (const { reviewerId, rubric, review, mark } of comparisons) {
    const distance = rubricDistance(rubric, review, mark);
    if (distance !== null) distances.set(reviewerId, [...(distances.get(reviewerId) ?? []), distance]);
  }
  return new Map([...distances].map(([id, list]) => [id, { closeness: 1 - list.reduce((sum, distance) => sum + distance, 0) / list.length, n: list.length }]));
}
