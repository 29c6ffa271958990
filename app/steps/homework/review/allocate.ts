/**
 * Who reviews whose work. Pure: the same input gives the same answer.
 *
 * Rules, the weightier first: nobody reviews their own work or the same work twice; as many places as possible are filled;
 * the loads of reviewers are as even as they can be; two people do not review one another while that can be avoided.
 * Requests that nobody has opened yet may move to a newcomer, so that loads stay even while work comes in one by one.
 */
import { randomFrom, shuffle } from "~/platform/random";
import { fillPlaces } from "./fill-places";

/** A piece of work that wants reviews. */
export interface WorkToReview {
  id: string;
  /** Who handed it in. */
  author: string;
  /** How many more reviewers it wants. */
  places: number;
  /** Everybody who was ever asked: not asked a second time. */
  asked: readonly string[];
  /** Those of `asked` who have not opened it yet: their request may move. */
  unopened: readonly string[];
  /** It has waited long enough: better a pair that reviews one another than nobody. */
  mutualAllowed: boolean;
}

export interface AllocationInput {
  works: readonly WorkToReview[];
  /** Who can be asked, in an order that stays the same, each with the number of requests they had so far. */
  reviewers: readonly { id: string; load: number }[];
  /** Who was asked to review whose work so far, in works that are not in the list as well. */
  pairs: readonly { reviewer: string; author: string }[];
  seed: string;
}

export interface Allocation {
  added: { work: string; reviewer: string }[];
  moved: { work: string; from: string; to: string }[];
}

/** The most offers of a work to a reviewer that a new draw of everything looks at: some tenths of a second. */
const MOST_OFFERS = 40_000;

/**
 * Fills the open places, then evens the loads out by moving requests that nobody has opened. Where places stay open or
 * loads uneven, everything unopened is drawn anew, and that is taken if it comes out better.
 */
export function allocate(input: AllocationInput): Allocation {
  const first = addTo(input);
  const judged = judge(input, first);
  const unopened = input.works.some((work) => work.unopened.length > 0);
  if ((judged.open === 0 && judged.spread <= 1) || !unopened || input.works.length * input.reviewers.length > MOST_OFFERS) return first;
  const anew = drawAnew(input);
  const other = judge(input, anew);
  return other.open < judged.open || (other.open === judged.open && other.spread < judged.spread) ? anew : first;
}

function addTo(input: AllocationInput): Allocation {
  const order = shuffle(input.reviewers.map(({ id }) => id), randomFrom(input.seed));
  const pairs = new PairBook(input.pairs);
  const loads = new Map(input.reviewers.map(({ id, load }) => [id, load]));
  const filled = fillPlaces({ works: input.works, order, loads, pairs });
  for (const { reviewer } of filled) loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
  const board = new Board(input.works, filled, pairs);
  for (let path = board.evenOut(order, loads); path !== null; path = board.evenOut(order, loads)) {
    if (!board.shift(path, loads)) break;
  }
  return board.outcome();
}

/** As if nobody had been asked who has not opened the work; whoever is drawn again keeps their request. */
function drawAnew(input: AllocationInput): Allocation {
  const released = new Map(input.works.map((work) => [work.id, new Set(work.unopened)]));
  const loads = new Map(input.reviewers.map(({ id, load }) => [id, load]));
  for (const id of input.works.flatMap(({ unopened }) => unopened)) loads.set(id, (loads.get(id) ?? 0) - 1);
  const drawn = addTo({
    works: input.works.map((work) => ({ ...work, places: work.places + work.unopened.length, asked: work.asked.filter((id) => !released.get(work.id)?.has(id)), unopened: [] })),
    reviewers: input.reviewers.map(({ id }) => ({ id, load: loads.get(id) ?? 0 })),
    pairs: input.pairs.filter(({ reviewer, author }) => !input.works.some((work) => work.author === author && released.get(work.id)?.has(reviewer))),
    seed: input.seed,
  });
  const result: Allocation = { added: [], moved: [] };
  for (const work of input.works) {
    const now = drawn.added.filter((request) => request.work === work.id).map(({ reviewer }) => reviewer);
    const gone = work.unopened.filter((id) => !now.includes(id));
    for (const to of now.filter((id) => !work.unopened.includes(id))) {
      const from = gone.shift();
      if (from === undefined) result.added.push({ work: work.id, reviewer: to });
      else result.moved.push({ work: work.id, from, to });
    }
  }
  return result;
}

/** How good an allocation is: places left open, and how far apart the loads are. */
function judge({ works, reviewers }: AllocationInput, { added, moved }: Allocation): { open: number; spread: number } {
  const loads = new Map(reviewers.map(({ id, load }) => [id, load]));
  const add = (id: string, by: number): void => void loads.set(id, (loads.get(id) ?? 0) + by);
  for (const { reviewer } of added) add(reviewer, 1);
  for (const { from, to } of moved) {
    add(from, -1);
    add(to, 1);
  }
  const values = [...loads.values()];
  return { open: works.reduce((sum, { places }) => sum + places, 0) - added.length, spread: values.length === 0 ? 0 : Math.max(...values) - Math.min(...values) };
}

/** Who reviews whom. */
export class PairBook {
  private readonly known = new Set<string>();
  constructor(pairs: readonly { reviewer: string; author: string }[]) {
    for (const { reviewer, author } of pairs) this.add(reviewer, author);
  }
  /** Whether `author` reviews `reviewer`, so that the other way round would make it mutual. */
  isMutual(reviewer: string, author: string): boolean {
    return this.known.has(`${author} ${reviewer}`);
  }
  add(reviewer: string, author: string): void {
    this.known.add(`${reviewer} ${author}`);
  }
  remove(reviewer: string, author: string): void {
    this.known.delete(`${reviewer} ${author}`);
  }
}

type Step = { work: WorkToReview; from: string; to: string };

/** The requests as they lie, and how they may move. */
class Board {
  /** By work: who holds a request that may move; `null` as origin marks one that was made just now. */
  private readonly movable = new Map<string, Map<string, { origin: string | null }>>();
  private readonly asked = new Map<string, Set<string>>();

  constructor(
    private readonly works: readonly WorkToReview[],
    filled: readonly { work: string; reviewer: string }[],
    private readonly pairs: PairBook,
  ) {
    for (const work of works) {
      this.asked.set(work.id, new Set(work.asked));
      this.movable.set(work.id, new Map(work.unopened.map((reviewer) => [reviewer, { origin: reviewer }])));
    }
    const authors = new Map(works.map(({ id, author }) => [id, author]));
    for (const { work, reviewer } of filled) {
      this.asked.get(work)?.add(reviewer);
      this.movable.get(work)?.set(reviewer, { origin: null });
      pairs.add(reviewer, authors.get(work) ?? "");
    }
  }

  /** The shortest way by which somebody with at least two requests more than another is relieved; null when loads are even. */
  evenOut(order: readonly string[], loads: ReadonlyMap<string, number>): Step[] | null {
    const byLoad = [...order].sort((a, b) => (loads.get(b) ?? 0) - (loads.get(a) ?? 0));
    const least = loads.get(byLoad.at(-1) ?? "") ?? 0;
    for (const start of byLoad) {
      const load = loads.get(start) ?? 0;
      if (load - least < 2) return null;
      const path = this.pathDown(start, load - 2, order, loads);
      if (path !== null) return path;
    }
    return null;
  }

  private pathDown(start: string, atMost: number, order: readonly string[], loads: ReadonlyMap<string, number>): Step[] | null {
    const cameBy = new Map<string, Step | null>([[start, null]]);
    const queue = [start];
    for (let giver = queue.shift(); giver !== undefined; giver = queue.shift()) {
      for (const work of this.works) {
        if (!this.movable.get(work.id)?.has(giver)) continue;
        for (const taker of order) {
          if (cameBy.has(taker) || !this.mayTake(taker, work)) continue;
          cameBy.set(taker, { work, from: giver, to: taker });
          if ((loads.get(taker) ?? 0) <= atMost) return this.wayTo(taker, cameBy);
          queue.push(taker);
        }
      }
    }
    return null;
  }

  private wayTo(end: string, cameBy: ReadonlyMap<string, Step | null>): Step[] {
    const path: Step[] = [];
    for (let step = cameBy.get(end) ?? null; step !== null; step = cameBy.get(step.from) ?? null) path.unshift(step);
    return path;
  }

  private mayTake(reviewer: string, work: WorkToReview): boolean {
    return reviewer !== work.author && !this.asked.get(work.id)?.has(reviewer) && !this.pairs.isMutual(reviewer, work.author);
  }

  /** Moves the requests of a path, from its end, so that each taker has given before. False when none could be moved. */
  shift(path: readonly Step[], loads: Map<string, number>): boolean {
    let moved = false;
    for (const { work, from, to } of [...path].reverse()) {
      // A request further up the path may have made this one mutual; then the rest of the path stays as it was.
      const request = this.movable.get(work.id)?.get(from);
      if (request === undefined || !this.mayTake(to, work)) return moved;
      this.movable.get(work.id)?.delete(from);
      this.movable.get(work.id)?.set(to, request);
      this.asked.get(work.id)?.add(to);
      // Who has not seen it can be asked again another time.
      this.asked.get(work.id)?.delete(from);
      this.pairs.remove(from, work.author);
      this.pairs.add(to, work.author);
      loads.set(from, (loads.get(from) ?? 0) - 1);
      loads.set(to, (loads.get(to) ?? 0) + 1);
      moved = true;
    }
    return moved;
  }

  outcome(): Allocation {
    const requests = this.works.flatMap((work) => [...(this.movable.get(work.id) ?? [])].map(([reviewer, { origin }]) => ({ work: work.id, reviewer, origin })));
    return {
      added: requests.flatMap(({ work, reviewer, origin }) => (origin === null ? [{ work, reviewer }] : [])),
      moved: requests.flatMap(({ work, reviewer, origin }) => (origin !== null && origin !== reviewer ? [{ work, from: origin, to: reviewer }] : [])),
    };
  }
}
