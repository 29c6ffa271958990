/**
 * The largest flow through a small network at the least cost: successive shortest paths (Ford and Fulkerson, "Flows in
 * Networks", 1962; Bellman–Ford with a queue for the paths, since residual edges have negative costs).
 */

export interface Edge {
  from: number;
  to: number;
  capacity: number;
  cost: number;
}

interface Arc {
  to: number;
  left: number;
  cost: number;
  /** Index of the arc back. */
  back: number;
  edge: Edge | null;
}

/** How much flows over every edge. Nodes are 0 … `nodes` − 1; costs are not negative. */
export function cheapestFlow(edges: readonly Edge[], nodes: number, source: number, sink: number): Map<Edge, number> {
  const arcs: Arc[] = [];
  const out: number[][] = Array.from({ length: nodes }, () => []);
  for (const edge of edges) {
    out[edge.from]?.push(arcs.length);
    arcs.push({ to: edge.to, left: edge.capacity, cost: edge.cost, back: arcs.length + 1, edge });
    out[edge.to]?.push(arcs.length);
    arcs.push({ to: edge.from, left: 0, cost: -edge.cost, back: arcs.length - 1, edge: null });
  }
  for (let path = shortestPath(arcs, out, source, sink); path !== null; path = shortestPath(arcs, out, source, sink)) {
    const amount = Math.min(...path.map((at) => arcs[at]?.left ?? 0));
    for (const at of path) {
      const arc = arcs[at]!;
      arc.left -= amount;
      arcs[arc.back]!.left += amount;
    }
  }
  return new Map(arcs.flatMap(({ edge, left }) => (edge === null ? [] : [[edge, edge.capacity - left] as const])));
}

/** Arcs of a cheapest way that has room, from source to sink; null when there is none. */
function shortestPath(arcs: readonly Arc[], out: readonly (readonly number[])[], source: number, sink: number): number[] | null {
  const cost = new Array<number>(out.length).fill(Infinity);
  const by = new Array<number>(out.length).fill(-1);
  const waiting = new Array<boolean>(out.length).fill(false);
  cost[source] = 0;
  const queue = [source];
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head]!;
    waiting[node] = false;
    for (const at of out[node]!) {
      const arc = arcs[at]!;
      const there = cost[node]! + arc.cost;
      // A tolerance, since costs are fractions: rounding must not find a cheaper way for ever.
      if (arc.left <= 0 || there >= cost[arc.to]! - 1e-9) continue;
      cost[arc.to] = there;
      by[arc.to] = at;
      if (!waiting[arc.to]) {
        waiting[arc.to] = true;
        queue.push(arc.to);
      }
    }
  }
  if (by[sink] === -1) return null;
  const path: number[] = [];
  for (let node = sink; node !== source; node = arcs[arcs[by[node]!]!.back]!.to) path.unshift(by[node]!);
  return path;
}
