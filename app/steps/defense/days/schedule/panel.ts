import type { Board } from "./board";
import { covers, type Placement } from "./schedule";

export interface Spot {
  placement: Placement;
  cost: number;
}

/** How many partial panels are looked at for one spot; the order makes the first whole one good already. */
const MOST_STEPS = 20_000;

/**
 * The cheapest panel for a candidate then and there, or null when none fits. `managers`: whether their own manager may sit.
 * Branch and bound over the examiners by what they would add; sums only grow, so a branch dearer than the best is cut.
 */
export function bestPanel(board: Board, candidate: number, time: number, place: number, managers: boolean): Spot | null {
  const { problem } = board;
  const who = problem.candidates[candidate]!;
  if (!who.free[time] || who.chapters.length === 0 || board.at(time, place) >= 0) return null;
  const able = [...problem.examiners.keys()]
    .filter((seat) => problem.examiners[seat]!.id !== who.personId && (managers || !who.managers.has(problem.examiners[seat]!.id)) && board.canSit(seat, time))
    .map((seat) => ({ seat, adds: board.sittingCost(seat, candidate, time, place) }))
    .sort((a, b) => a.adds - b.adds || a.seat - b.seat);
  const size = problem.panelSize;
  if (able.length < size || !covers(problem, able.map(({ seat }) => seat), who)) return null;

  let best: { panel: number[]; chair: number; adds: number } | null = null;
  let steps = 0;
  const chosen: number[] = [];
  const choose = (from: number, adds: number): void => {
    if ((steps += 1) > MOST_STEPS && best) return;
    if (chosen.length === size) {
      const chair = bestChair(board, chosen);
      if (chair === null || !covers(problem, chosen, who)) return;
      const whole = adds + board.chairingCost(chair);
      if (!best || whole < best.adds) best = { panel: [...chosen], chair, adds: whole };
      return;
    }
    const missing = size - chosen.length;
    for (let at = from; at + missing <= able.length; at += 1) {
      const { seat, adds: more } = able[at]!;
      // Whoever comes later adds at least as much as this one.
      if (best && adds + more * missing >= best.adds) return;
      chosen.push(seat);
      choose(at + 1, adds + more);
      chosen.pop();
    }
  };
  choose(0, 0);
  if (!best) return null;
  const { panel, chair, adds } = best as { panel: number[]; chair: number; adds: number };
  return { placement: { candidate, time, place, panel, chair }, cost: adds + board.spotCost({ candidate, time, place }) };
}

/** Who of a panel chairs: whoever has done so least; null when nobody may. */
export function bestChair(board: Board, panel: readonly number[]): number | null {
  let best: number | null = null;
  for (const seat of panel) {
    if (board.problem.examiners[seat]!.mayChair && (best === null || board.chairingCost(seat) < board.chairingCost(best))) best = seat;
  }
  return best;
}

/** The cheapest spot for a candidate at one time. */
export function bestSpotAt(board: Board, candidate: number, time: number, managers: boolean): Spot | null {
  let best: Spot | null = null;
  for (let place = 0; place < board.problem.places; place += 1) {
    const spot = bestPanel(board, candidate, time, place, managers);
    if (spot && (!best || spot.cost < best.cost)) best = spot;
  }
  return best;
}

/** The cheapest spot for a candidate at any time. */
export function bestSpot(board: Board, candidate: number, managers: boolean): Spot | null {
  let best: Spot | null = null;
  for (let time = 0; time < board.times; time += 1) {
    const spot = bestSpotAt(board, candidate, time, managers);
    if (spot && (!best || spot.cost < best.cost)) best = spot;
  }
  return best;
}
