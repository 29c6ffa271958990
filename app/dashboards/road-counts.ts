import type { Step } from "~/pipeline";

/** Roads at one step: of how many people and chapters together. */
export interface RoadCounts {
  /** Roads that have the step; whose turn came; that are through; that have failed and not yet passed. */
  roads: number;
  reached: number;
  done: number;
  failed: number;
  /** Seconds from turn to end, summed over those through. */
  doneSeconds: number;
  /** Roads that stand here now, and the sum of the moments since when (epoch seconds). */
  open: number;
  openSince: number;
  /** Of those, by whom they wait for. */
  learner: number;
  instructor: number;
  examiner: number;
  manager: number;
}

export const NO_ROADS: RoadCounts = { roads: 0, reached: 0, done: 0, failed: 0, doneSeconds: 0, open: 0, openSince: 0, learner: 0, instructor: 0, examiner: 0, manager: 0 };

export function addRoad(a: RoadCounts, b: RoadCounts): RoadCounts {
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + b[key as keyof RoadCounts]])) as unknown as RoadCounts;
}

export const WAITED_FOR = ["learner", "instructor", "examiner", "manager"] as const;
export type WaitedFor = (typeof WAITED_FOR)[number];

/** One step of the funnel, as it is told. */
export interface FunnelStep {
  step: Step;
  counts: RoadCounts;
  /** Of those whose turn came, who is through; null before anybody's turn. */
  conversion: number | null;
  /** Mean days from turn to end of those through. */
  days: number | null;
  /** Mean days that those who stand here have stood here. */
  waitingDays: number | null;
  /** Days waited by all of them together: where the time goes. */
  lostDays: number;
  /** Whom most of them wait for. */
  waitingFor: WaitedFor | null;
}

const DAY_S = 86_400;

/** The funnel with its bottleneck: the step at which people have been waiting longest, all together; null where nobody waits. */
export function funnelOf(steps: readonly { step: Step; counts: RoadCounts }[], now: Date): { steps: FunnelStep[]; bottleneck: Step | null } {
  const told = steps.map(({ step, counts }): FunnelStep => {
    const lostDays = counts.open === 0 ? 0 : Math.max(0, (counts.open * (now.getTime() / 1000) - counts.openSince) / DAY_S);
    const most = [...WAITED_FOR].sort((a, b) => counts[b] - counts[a])[0]!;
    return {
      step,
      counts,
      conversion: counts.reached === 0 ? null : counts.done / counts.reached,
      days: counts.done === 0 ? null : counts.doneSeconds / counts.done / DAY_S,
      waitingDays: counts.open === 0 ? null : lostDays / counts.open,
      lostDays,
      waitingFor: counts.open === 0 ? null : most,
    };
  });
  const worst = [...told].sort((a, b) => b.lostDays - a.lostDays)[0];
  return { steps: told, bottleneck: worst && worst.lostDays > 0 ? worst.step : null };
}
