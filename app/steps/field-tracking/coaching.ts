/** Coaching notes: what can be observed, on which scale, and when to look again. Pure. By the coaching observation sheet (陪访观察表). */

/** The selling skills that a joint visit shows; competencies of the course. */
export const OBSERVED_SKILLS = ["communication", "consultative-selling", "decision-maker-visits", "negotiation", "presentation"] as const;
export type ObservedSkill = (typeof OBSERVED_SKILLS)[number];

/** How it was done, from not at all to so that the customer acted on it; described in the language files. */
export const OBSERVED_LEVELS = [0, 1, 2, 3] as const;
export type ObservedLevel = (typeof OBSERVED_LEVELS)[number];

/** Most observations of a note: what one visit shows, and what anybody can take in. */
export const MOST_LINES = 8;

export const FOLLOW_UPS = ["kept", "partly", "not-yet"] as const;
/** What became of the agreed behaviour. */
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** One thing seen and heard, with the customer's reaction to it. */
export interface Observation {
  competency: ObservedSkill;
  level: ObservedLevel;
  behaviour: string;
  reaction: string;
}

/** What the level says of a competency, 0…1. */
export function shareOfLevel(level: ObservedLevel): number {
  return level / (OBSERVED_LEVELS.length - 1);
}

/** By competency, the mean share of what was observed: several observations of one visit are one look at the person. */
export function sharesOf(lines: readonly Pick<Observation, "competency" | "level">[]): { competency: ObservedSkill; share: number }[] {
  return OBSERVED_SKILLS.flatMap((competency) => {
    const own = lines.filter((line) => line.competency === competency);
    return own.length === 0 ? [] : [{ competency, share: own.reduce((sum, { level }) => sum + shareOfLevel(level), 0) / own.length }];
  });
}

export const FOLLOW_UP_DUES = ["done", "ahead", "due", "overdue"] as const;
export type FollowUpDue = (typeof FOLLOW_UP_DUES)[number];

/** Where a follow-up stands on a business day. */
export function followUpDue({ followUpOn, followedUp }: { followUpOn: string; followedUp: boolean }, today: string): FollowUpDue {
  if (followedUp) return "done";
  return followUpOn > today ? "ahead" : followUpOn === today ? "due" : "overdue";
}
