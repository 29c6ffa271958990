/** Groups of a cohort: what they are for, how large they are. */

export const GROUP_PURPOSES = ["class", "study"] as const;
/** `class`: fills in tool sheets in class (分组讨论). `study`: rehearses for the defense (作业); may be other people. */
export type GroupPurpose = (typeof GROUP_PURPOSES)[number];

/** A group works with so many people; a smaller one is shown as too small, a larger one is refused. */
export const FEWEST_MEMBERS = 3;
export const MOST_MEMBERS = 6;
export const USUAL_MEMBERS = 4;

/** What a group of `members` people has against it. */
export function sizeProblem(members: number): "too-small" | "too-large" | null {
  return members < FEWEST_MEMBERS ? "too-small" : members > MOST_MEMBERS ? "too-large" : null;
}

/**
 * How many people each group gets when `people` are spread over groups of about `wanted`: sizes differ by at most one and
 * lie between fewest and most. Null when there are not enough for one group.
 */
export function groupSizes(people: number, wanted: number): number[] | null {
  if (people < FEWEST_MEMBERS) return null;
  const fewest = Math.ceil(people / MOST_MEMBERS);
  const most = Math.floor(people / FEWEST_MEMBERS);
  const groups = Math.min(most, Math.max(fewest, Math.round(people / wanted)));
  const larger = people % groups;
  return Array.from({ length: groups }, (_, at) => Math.floor(people / groups) + (at < larger ? 1 : 0));
}
