/** Fills open places of works with reviewers: the most places, then the most even loads, then the fewest mutual pairs. */
import type { PairBook, WorkToReview } from "./allocate";
import { cheapestFlow, type Edge } from "./cheapest-flow";

interface Input {
  works: readonly WorkToReview[];
  /** Ids of reviewers in a random order. */
  order: readonly string[];
  loads: ReadonlyMap<string, number>;
  pairs: PairBook;
}

/** What one more request costs its reviewer, per request they have: convex, so that the cheapest flow is the most even. */
const LOAD_STEP = 10_000;
/** What a pair that reviews one another costs: less than an uneven load, more than anything else. */
const MUTUAL = 1_000;

/**
 * Of two people whose works both want reviewers, only one is offered the other's: those up to half the circle further on
 * (a round-robin tournament). With n ≥ 2k + 1 people it holds an even allocation without mutual pairs: each reviews the next k.
 */
export function fillPlaces({ works, order, loads, pairs }: Input): { work: string; reviewer: string }[] {
  const open = works.filter(({ places }) => places > 0);
  if (open.length === 0 || order.length === 0) return [];
  const seat = new Map(order.map((id, at) => [id, at]));
  const wanting = new Set(open.map(({ author }) => author));
  const [source, sink] = [0, 1];
  const nodeOf = new Map(order.map((id, at) => [id, 2 + at]));
  const edges: Edge[] = order.flatMap((id) => loadEdges(nodeOf.get(id) ?? 0, sink, loads.get(id) ?? 0, open.length));
  const offers: { edge: Edge; work: string; reviewer: string }[] = [];
  open.forEach((work, at) => {
    const node = 2 + order.length + at;
    edges.push({ from: source, to: node, capacity: work.places, cost: 0 });
    for (const reviewer of order) {
      if (reviewer === work.author || work.asked.includes(reviewer)) continue;
      const against = pairs.isMutual(reviewer, work.author) || (wanting.has(reviewer) && !isOnward(seat, order.length, work.author, reviewer));
      if (against && !work.mutualAllowed) continue;
      // Neighbours in the circle first: then everybody's circle closes with the same loads.
      const edge: Edge = { from: node, to: nodeOf.get(reviewer) ?? 0, capacity: 1, cost: (against ? MUTUAL : 0) + distance(seat, order.length, work.author, reviewer) };
      edges.push(edge);
      offers.push({ edge, work: work.id, reviewer });
    }
  });
  const flow = cheapestFlow(edges, 2 + order.length + open.length, source, sink);
  return offers.filter(({ edge }) => (flow.get(edge) ?? 0) > 0).map(({ work, reviewer }) => ({ work, reviewer }));
}

function loadEdges(from: number, to: number, load: number, most: number): Edge[] {
  return Array.from({ length: most }, (_, more) => ({ from, to, capacity: 1, cost: (load + more) * LOAD_STEP }));
}

/** Whether the reviewer sits in the half of the circle after the author. Authors that sit nowhere have nobody before them. */
function isOnward(seat: ReadonlyMap<string, number>, size: number, author: string, reviewer: string): boolean {
  const at = seat.get(author);
  if (at === undefined) return true;
  const steps = ((seat.get(reviewer) ?? 0) - at + size) % size;
  // Opposite one another in an even circle: the one in the first half is reviewed by the other.
  return steps * 2 === size ? at < size / 2 : steps * 2 < size;
}

/** Steps onward round the circle, scaled to stay far below the cost of a mutual pair. */
function distance(seat: ReadonlyMap<string, number>, size: number, author: string, reviewer: string): number {
  const steps = ((seat.get(reviewer) ?? 0) - (seat.get(author) ?? 0) + size) % size;
  return Math.min(steps, 900) / 1000;
}
