import type { Board } from "./board";
import { bestSpot, bestSpotAt } from "./panel";
import type { Problem, UnplacedReason } from "./schedule";

/** How often somebody is lifted out to see whether there is room then: bounds what a full day costs. */
const MOST_EJECTIONS = 400;

/**
 * Gives a candidate a slot, moving up to `depth` others in a chain to make room (ejection chains). False when that does not do;
 * the board is then as before. `still`: who must not be moved.
 */
export function insert(board: Board, candidate: number, options: { managers: boolean; depth: number; still?: ReadonlySet<number>; budget?: { left: number } }): boolean {
  const { managers, depth, still = new Set<number>(), budget = { left: MOST_EJECTIONS } } = options;
  const spot = bestSpot(board, candidate, managers);
  if (spot) {
    board.put(spot.placement);
    return true;
  }
  if (depth === 0) return false;
  const sitting = new Set([...still, candidate]);
  for (let time = 0; time < board.times; time += 1) {
    if (!board.problem.candidates[candidate]!.free[time]) continue;
    for (let place = 0; place < board.problem.places; place += 1) {
      const other = board.at(time, place);
      if (budget.left <= 0) return false;
      if (other < 0 || sitting.has(other) || board.slots[other]?.fixed) continue;
      budget.left -= 1;
      const old = board.take(other)!;
      const freed = bestSpotAt(board, candidate, time, managers);
      if (freed) {
        board.put(freed.placement);
        if (insert(board, other, { managers, depth: depth - 1, still: sitting, budget })) return true;
        board.take(candidate);
      }
      board.put(old);
    }
  }
  return false;
}

/** Gives slots to everybody who has none, those with the fewest ways first. An own manager sits only where nothing else does. */
export function insertAll(board: Board, depths: readonly number[] = [0, 1, 2]): void {
  const waiting = [...board.problem.candidates.keys()].filter((candidate) => !board.slots[candidate]).sort((a, b) => waysOf(board.problem, a) - waysOf(board.problem, b) || a - b);
  const left = waiting.filter((candidate) => possible(board.problem, candidate) && !depths.some((depth) => insert(board, candidate, { managers: false, depth })));
  for (const candidate of left) void depths.some((depth) => insert(board, candidate, { managers: true, depth }));
}

/** Why a candidate has no slot, as far as it lies in themself or in who is there; `no-room` when each thing alone would do. */
export function reasonFor(problem: Problem, candidate: number): UnplacedReason {
  const who = problem.candidates[candidate]!;
  if (who.chapters.length === 0) return "no-chapters";
  if (!who.free.includes(true)) return "not-there";
  const able = problem.followsOn.map((_, time) => (who.free[time] ? problem.examiners.filter((examiner) => examiner.free[time] && examiner.id !== who.personId) : []));
  const enough = able.filter((examiners) => examiners.length >= problem.panelSize);
  if (enough.length === 0) return "no-examiners";
  const chaired = enough.filter((examiners) => examiners.some(({ mayChair }) => mayChair));
  if (chaired.length === 0) return "no-chair";
  const covered = chaired.filter((examiners) => who.chapters.every((chapter) => examiners.some(({ chapters }) => chapters?.has(chapter) ?? true)));
  return covered.length === 0 ? "chapters-uncovered" : "no-room";
}

function possible(problem: Problem, candidate: number): boolean {
  return reasonFor(problem, candidate) === "no-room";
}

/** In how many ways somebody could be examined: times by the examiners who are there and not their manager. */
function waysOf(problem: Problem, candidate: number): number {
  const who = problem.candidates[candidate]!;
  let ways = 0;
  for (const time of problem.followsOn.keys()) {
    if (!who.free[time]) continue;
    const able = problem.examiners.filter((examiner) => examiner.free[time] && examiner.id !== who.personId && !who.managers.has(examiner.id)).length;
    ways += Math.max(0, able - problem.panelSize + 1);
  }
  return ways;
}
