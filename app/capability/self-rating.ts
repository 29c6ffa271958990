/** What people say of themselves: one of five described levels per competency. */
export const SELF_LEVELS = [1, 2, 3, 4, 5] as const;
/** 1 never did it · 2 with somebody beside me · 3 the usual case alone · 4 the hard case, too · 5 I show others how. */
export type SelfLevel = (typeof SELF_LEVELS)[number];

/** On the one scale of all views: 0, ¼, ½, ¾, 1. */
export function shareOfLevel(level: SelfLevel): number {
  return (level - 1) / 4;
}

export function levelOfShare(share: number): SelfLevel {
  return SELF_LEVELS[Math.round(share * 4)] ?? 3;
}
