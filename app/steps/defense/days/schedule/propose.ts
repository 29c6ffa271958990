import { anneal } from "./anneal";
import { Board } from "./board";
import { bestPanel } from "./panel";
import { insertAll, reasonFor } from "./place";
import type { Placement, Problem, Proposal } from "./schedule";

/**
 * Proposes a schedule: everybody placed who can be, every rule kept, loads even, ends early. What a person fixed stays in its time
 * and place. The same problem and seed give the same schedule.
 */
export function propose(problem: Problem, random: () => number, fixed: readonly Placement[] = []): Proposal {
  return finish(proposing(problem, random, fixed));
}

/** As `propose`, in pieces: yields now and then, so that a server can do other things in between. */
export function* proposing(problem: Problem, random: () => number, fixed: readonly Placement[] = []): Generator<undefined, Proposal> {
  const board = new Board(problem);
  for (const placement of fixed) keep(board, placement);
  insertAll(board);
  yield* anneal(board, random, { steps: stepsFor(problem), from: 60, to: 0.5 });
  return proposalOf(board);
}

/** Runs something in pieces to its end at once. */
export function finish<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** What a board holds, in the order of times and places, and why the others are not on it. */
export function proposalOf(board: Board): Proposal {
  const placements = board.placements().sort((a, b) => a.time - b.time || a.place - b.place);
  const unplaced = board.slots.flatMap((slot, candidate) => (slot ? [] : [{ candidate, reason: reasonFor(board.problem, candidate) }]));
  return { placements, unplaced };
}

/** Small days are looked at as long as large ones need anyway. */
function stepsFor({ candidates }: Problem): number {
  return Math.min(60_000, 4_000 + candidates.length * 900);
}

/** Puts what a person fixed where it was, with another panel where its own does not do any more; otherwise it is free again. */
function keep(board: Board, placement: Placement): void {
  if (board.fits(placement)) return board.put({ ...placement, fixed: true });
  const { candidate, time, place } = placement;
  const spot = bestPanel(board, candidate, time, place, false) ?? bestPanel(board, candidate, time, place, true);
  if (spot) board.put({ ...spot.placement, fixed: true });
}
