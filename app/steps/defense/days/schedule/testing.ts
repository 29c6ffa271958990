/** Helpers for the scheduler's tests and bench: made-up days, and the best answer found by looking at every one. */
import { conflictsIn, costOf, isFlag, type Placement, type Problem, WEIGHTS } from "./schedule";

export interface DayParameters {
  times: number;
  places: number;
  examiners: number;
  candidates: number;
  panelSize: number;
  longestRun: number;
  /** Share of the times at which an examiner, a candidate is away. */
  away: number;
  /** Chapters of the day; each candidate has one or two of them. */
  chapters: number;
  /** Share of the examiners who are at home in one chapter only. */
  specialists: number;
  /** Share of the candidates whose manager examines. */
  managed: number;
}

/** A day drawn by `random`. */
export function drawDay(random: () => number, day: DayParameters): Problem {
  const chance = (share: number): boolean => random() < share;
  const chapter = (): string => `chapter-${Math.floor(random() * day.chapters) + 1}`;
  const free = (share: number): boolean[] => Array.from({ length: day.times }, () => !chance(share));
  const examiners = Array.from({ length: day.examiners }, (_, at) => ({ id: `e${at}`, free: free(day.away), mayChair: at % 3 === 0 || chance(0.6), chapters: chance(day.specialists) ? new Set([chapter()]) : null }));
  return {
    followsOn: Array.from({ length: day.times }, (_, time) => time > 0 && time !== Math.floor(day.times / 2)),
    places: day.places,
    panelSize: day.panelSize,
    longestRun: day.longestRun,
    examiners,
    candidates: Array.from({ length: day.candidates }, (_, at) => ({
      id: `c${at}`,
      personId: `p${at}`,
      managers: new Set(chance(day.managed) ? [`e${Math.floor(random() * day.examiners)}`] : []),
      chapters: [...new Set(chance(0.3) ? [chapter(), chapter()] : [chapter()])],
      free: free(day.away / 2),
    })),
  };
}

/**
 * The cost of a best schedule, by looking at all that cost at most `known`; above it when there is none, so that an answer no sound
 * schedule has is found out. Branches are cut only where their cost, which grows, is reached already.
 */
export function bestCost(problem: Problem, known: number, costs: (placements: readonly Placement[]) => number = (placements) => costOf(problem, placements)): number {
  const panels = subsets([...problem.examiners.keys()], problem.panelSize);
  let best = known + 1;
  const decide = (candidate: number, placed: Placement[]): void => {
    const undecided = problem.candidates.length - candidate;
    const cost = costs(placed) - undecided * WEIGHTS.unplaced;
    if (cost >= best) return;
    if (undecided === 0) {
      best = cost;
      return;
    }
    for (const time of problem.followsOn.keys()) {
      for (let place = 0; place < problem.places; place += 1) {
        for (const panel of panels) {
          for (const chair of panel) {
            const next = [...placed, { candidate, time, place, panel, chair }];
            if (conflictsIn(problem, next).every((conflict) => isFlag(conflict))) decide(candidate + 1, next);
          }
        }
      }
    }
    decide(candidate + 1, placed);
  };
  decide(0, []);
  return best;
}

function subsets<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return list.flatMap((first, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}
