import { LOST_FOR, OPEN_STAGES, type OpenStage, type OutcomeReason, type Stage, WON_FOR } from "~/deals";
import { randomFrom } from "~/platform/random";

/** When a deal reached which stage; days from the day of seeding. */
export interface DealCourse {
  stages: { stage: Stage; day: number }[];
  outcome: OutcomeReason | null;
}

/** How long a stage usually takes, and how many go on from it: the shares of the funnel review's example, a little better. */
const USUAL: Readonly<Record<OpenStage, { days: [number, number]; goesOn: number }>> = {
  contact: { days: [18, 52], goesOn: 0.78 },
  find: { days: [14, 46], goesOn: 0.76 },
  qualify: { days: [18, 58], goesOn: 0.68 },
  clarify: { days: [22, 66], goesOn: 0.8 },
  proposal: { days: [12, 44], goesOn: 0.6 },
};
/** After the camps: a tenth more goes on, and it takes an eighth less time. Small beside what deals differ by anyway. */
const TRAINED = { goesOn: 0.1, faster: 0.87 };

/**
 * Draws how a deal went from the day it was opened until today, by a seed. `trainedFrom`: from that day on its owner works with
 * the tools (null: not yet). A stage that would end after today is where the deal still is.
 */
export function drawCourse(seed: string, opened: number, trainedFrom: number | null): DealCourse {
  const random = randomFrom(seed);
  const stages: DealCourse["stages"] = [];
  let day = opened;
  for (const stage of OPEN_STAGES) {
    stages.push({ stage, day });
    const trained = trainedFrom !== null && day >= trainedFrom;
    const { days, goesOn } = USUAL[stage];
    const stay = Math.round((days[0] + random() * (days[1] - days[0])) * (trained ? TRAINED.faster : 1));
    const fate = random();
    // Dead deals stay in the funnel for longer than they should.
    const moves = fate < goesOn + (trained ? TRAINED.goesOn : 0);
    day += moves ? stay : Math.round(stay * (1.2 + random() * 0.8));
    if (day > 0) return { stages, outcome: null };
    if (moves && stage === "proposal") return { stages: [...stages, { stage: "won", day }], outcome: WON_FOR[Math.floor(random() * (WON_FOR.length - 1))] ?? "value" };
    if (!moves) return { stages: [...stages, { stage: "lost", day }], outcome: LOST_FOR[Math.floor(random() * 4)] ?? "rival" };
  }
  return { stages, outcome: null };
}
