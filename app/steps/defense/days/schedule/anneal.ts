import type { Board } from "./board";
import { bestPanel, bestSpotAt } from "./panel";
import { insert } from "./place";
import type { Placement } from "./schedule";

export interface Cooling {
  steps: number;
  /** Temperatures in units of cost; they fall geometrically. */
  from: number;
  to: number;
}

/**
 * Betters a schedule by simulated annealing (Kirkpatrick, Gelatt and Vecchi, "Optimization by Simulated Annealing", Science 220,
 * 1983) over sound schedules only. Ends with the best one seen. `random` alone decides, so the same seed gives the same schedule.
 * Yields now and then, so that a server can do other things in between.
 */
export function* anneal(board: Board, random: () => number, { steps, from, to }: Cooling): Generator<undefined, void> {
  let cost = board.cost();
  let best = { cost, placements: board.placements() };
  for (let step = 0; step < steps; step += 1) {
    const temperature = from * (to / from) ** (step / steps);
    if (step % 250 === 0) yield;
    if (step % 1000 === 0) cost -= placeLeftOver(board, cost);
    const change = pickMove(board, random);
    if (!change) continue;
    const delta = tryChange(board, change.out ?? change.next.map(({ candidate }) => candidate), change.next, (worse) => worse <= 0 || random() < Math.exp(-worse / temperature));
    if (delta === null) continue;
    cost += delta;
    if (cost < best.cost - 1e-9) best = { cost, placements: board.placements() };
  }
  board.restore(best.placements);
}

/** Tries again to place who has no slot, now that things lie differently; answers how much cheaper it became. */
function placeLeftOver(board: Board, cost: number): number {
  const left = board.slots.flatMap((slot, candidate) => (slot ? [] : [candidate]));
  if (left.length === 0) return 0;
  const budget = { left: 100 };
  for (const candidate of left) if (!insert(board, candidate, { managers: false, depth: 1, budget })) insert(board, candidate, { managers: true, depth: 0 });
  return cost - board.cost();
}

/** Other placements, in place of those of the same candidates, or of `out`. */
interface Change {
  next: readonly Placement[];
  out?: readonly number[];
}

/** Puts other placements in place of some. Null when they don't fit or are not taken; then nothing changed. */
function tryChange(board: Board, out: readonly number[], next: readonly Placement[], takes: (worse: number) => boolean): number | null {
  const old = out.map((candidate) => board.slots[candidate]!);
  const seats: number[] = [];
  for (const placements of [old, next]) for (const { panel } of placements) for (const seat of panel) if (!seats.includes(seat)) seats.push(seat);
  const measure = (placements: readonly Placement[]): number => {
    let cost = 0;
    for (const seat of seats) cost += board.seatCost(seat);
    for (const placement of placements) cost += board.slotCost(placement);
    return cost;
  };
  const before = measure(old);
  for (const { candidate } of old) board.take(candidate);
  const put: number[] = [];
  for (const placement of next) {
    if (!board.fits(placement)) break;
    board.put(placement);
    put.push(placement.candidate);
  }
  if (put.length === next.length) {
    const delta = measure(next) - before;
    if (takes(delta)) return delta;
  }
  for (const candidate of put) board.take(candidate);
  for (const placement of old) board.put(placement);
  return null;
}

/** Some change to one or two placements; null when the dice fell on nothing. */
function pickMove(board: Board, random: () => number): Change | null {
  const { problem } = board;
  const some = (count: number): number => Math.floor(random() * count);
  const candidate = some(problem.candidates.length);
  const one = board.slots[candidate];
  if (!one) return takeTurn(board, candidate, some(problem.candidates.length));
  const next = one.fixed ? null : changeOf(board, one, random, some);
  return next && { next };
}

/** Some change to a placement, and to another one where it takes that. */
function changeOf(board: Board, one: Placement, random: () => number, some: (count: number) => number): Placement[] | null {
  const { problem } = board;
  const was = board.before(one.candidate);
  if (was && random() < 0.3) return towards(one, was, some(was.panel.length), board);
  const dice = random();
  if (dice < 0.4) return [replaceMember(one, some(one.panel.length), some(problem.examiners.length), board)];
  if (dice < 0.5) return [{ ...one, chair: one.panel[some(one.panel.length)]! }];
  if (dice < 0.62) return relocate(board, one, some(board.times), some(problem.places));
  if (dice < 0.66) return repanel(board, one, some(board.times));
  const two = board.slots[some(problem.candidates.length)];
  if (!two || two.fixed || two === one) return null;
  if (dice < 0.8) return swapPeople(one, two);
  if (dice < 0.88) return [{ ...one, time: two.time, place: two.place }, { ...two, time: one.time, place: one.place }];
  const [mine, theirs] = [one.panel[some(one.panel.length)]!, two.panel[some(two.panel.length)]!];
  return [exchange(one, mine, theirs), exchange(two, theirs, mine)];
}

function replaceMember(slot: Placement, at: number, seat: number, board: Board): Placement {
  const leaving = slot.panel[at]!;
  const changed = exchange(slot, leaving, seat);
  if (board.problem.examiners[changed.chair]!.mayChair) return changed;
  return { ...changed, chair: changed.panel.find((member) => board.problem.examiners[member]!.mayChair) ?? changed.chair };
}

function exchange(slot: Placement, leaving: number, joining: number): Placement {
  return { ...slot, panel: slot.panel.map((member) => (member === leaving ? joining : member)), chair: slot.chair === leaving ? joining : slot.chair };
}

/** The same panel somewhere else; where somebody is, the two change places. */
function relocate(board: Board, slot: Placement, time: number, place: number): Placement[] | null {
  const there = board.at(time, place);
  if (there === slot.candidate) return null;
  const other = there < 0 ? null : board.slots[there]!;
  if (other?.fixed) return null;
  return [{ ...slot, time, place }, ...(other ? [{ ...other, time: slot.time, place: slot.place }] : [])];
}

/** A panel made anew at another time. */
function repanel(board: Board, slot: Placement, time: number): Placement[] | null {
  board.take(slot.candidate);
  const spot = bestSpotAt(board, slot.candidate, time, false);
  board.put(slot);
  return spot && [spot.placement];
}

/** A step back to the schedule that people know: the whole slot when it was moved, else one member of its panel, or the chair. */
function towards(slot: Placement, was: Placement, at: number, board: Board): Placement[] | null {
  if (slot.time !== was.time || slot.place !== was.place) {
    const change = relocate(board, slot, was.time, was.place);
    return change && [was, ...change.slice(1)];
  }
  const member = was.panel[at]!;
  if (!slot.panel.includes(member)) {
    const leaving = slot.panel.find((seat) => !was.panel.includes(seat))!;
    const place = board.seatedAt(member, slot.time);
    const back = exchange(slot, leaving, member);
    const holder = place < 0 ? null : board.slots[board.at(slot.time, place)]!;
    if (holder?.fixed) return null;
    return holder ? [back, exchange(holder, member, leaving)] : [back];
  }
  return slot.chair !== was.chair && slot.panel.includes(was.chair) ? [{ ...slot, chair: was.chair }] : null;
}

/** Somebody without a slot takes the place of somebody who has one. */
function takeTurn(board: Board, candidate: number, other: number): Change | null {
  const there = board.slots[other];
  // Nobody loses a slot that they know of to somebody who comes on.
  if (!there || there.fixed || (board.before(other) && !board.before(candidate))) return null;
  board.take(other);
  const spot = bestPanel(board, candidate, there.time, there.place, false);
  board.put(there);
  return spot && { next: [spot.placement], out: [other] };
}

function swapPeople(one: Placement, two: Placement): Placement[] {
  return [
    { ...one, candidate: two.candidate },
    { ...two, candidate: one.candidate },
  ];
}
