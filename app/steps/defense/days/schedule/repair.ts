import { anneal } from "./anneal";
import { Board } from "./board";
import { bestPanel } from "./panel";
import { insert, reasonFor } from "./place";
import { finish, proposalOf } from "./propose";
import type { Placement, Problem, Proposal } from "./schedule";

/**
 * Makes a schedule sound again after somebody dropped out or came on, and changes as little as it can: first other people on the
 * panel, then another place, then another time, then others who make room. `problem` says how things are now, `before` is the
 * schedule that people know; what is fixed in it is not touched.
 */
export function repair(problem: Problem, before: readonly Placement[], random: () => number): Proposal {
  return finish(repairing(problem, before, random));
}

/** As `repair`, in pieces. */
export function* repairing(problem: Problem, before: readonly Placement[], random: () => number): Generator<undefined, Proposal> {
  const board = new Board(problem, before);
  const broken: Placement[] = [];
  for (const placement of [...before].sort((a, b) => Number(b.fixed ?? false) - Number(a.fixed ?? false))) {
    if (placement.fixed || board.fits(placement)) board.put(placement);
    else broken.push(placement);
  }
  const without = [...problem.candidates.keys()].filter((candidate) => !board.slots[candidate] && !before.some((placement) => placement.candidate === candidate));
  const homeless = broken.filter((placement) => !refill(board, placement)).map(({ candidate }) => candidate);
  for (const candidate of [...homeless, ...without]) {
    if (reasonFor(problem, candidate) !== "no-room") continue;
    const found = [0, 1, 2].some((depth) => insert(board, candidate, { managers: false, depth }));
    if (!found) [0, 1, 2].some((depth) => insert(board, candidate, { managers: true, depth }));
  }
  const steps = Math.min(30_000, 8_000 + problem.candidates.length * 300);
  const settled = before.every(({ candidate, time, place }) => board.slots[candidate]?.time === time && board.slots[candidate].place === place);
  // Where slots had to move, hot enough that one more may move if that saves two others; then down to who sits where.
  if (!settled) yield* anneal(board, random, { steps, from: 1.5e5, to: 1e3 });
  yield* anneal(board, random, { steps, from: 2e3, to: 0.5 });
  return proposalOf(board);
}

/** The same time and place with the panel filled up again. */
function refill(board: Board, { candidate, time, place }: Placement): boolean {
  const spot = bestPanel(board, candidate, time, place, false);
  if (spot) board.put(spot.placement);
  return spot !== null;
}
