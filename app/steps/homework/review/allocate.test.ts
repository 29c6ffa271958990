import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, type Allocation, type AllocationInput, type WorkToReview } from "./allocate";
import { cheapestFlow, type Edge } from "./cheapest-flow";

const names = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at).padStart(3, "0")}`);
const fresh = (author: string, places: number, more: Partial<WorkToReview> = {}): WorkToReview => ({ id: `w-${author}`, author, places, asked: [], unopened: [], mutualAllowed: false, ...more });

interface Request { author: string; reviewer: string }
const mutualPairs = (requests: readonly Request[]) => requests.filter((one) => one.reviewer < one.author && requests.some((other) => other.reviewer === one.author && other.author === one.reviewer)).length;
const spread = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads);

/** A class in which work comes in, is opened and done, one event after another. */
class Classroom {
  requests: (Request & { state: "asked" | "opened" | "over" })[] = [];
  handedIn: string[] = [];
  constructor(readonly k: number, readonly seed: string, readonly mutualAllowed = false) {}

  input(): AllocationInput {
    const works = this.handedIn.map((author) => {
      const own = this.requests.filter((request) => request.author === author);
      const alive = own.filter(({ state }) => state !== "over");
      return fresh(author, Math.max(0, this.k - alive.length), { asked: own.map(({ reviewer }) => reviewer), unopened: own.filter(({ state }) => state === "asked").map(({ reviewer }) => reviewer), mutualAllowed: this.mutualAllowed });
    });
    return { works, reviewers: this.handedIn.map((id) => ({ id, load: this.loadOf(id) })), pairs: this.requests, seed: this.seed };
  }
  loadOf(id: string): number {
    return this.requests.filter(({ reviewer }) => reviewer === id).length;
  }
  advance(): Allocation {
    const result = allocate(this.input());
    for (const { work, from, to } of result.moved) {
      const request = this.requests.find((one) => `w-${one.author}` === work && one.reviewer === from && one.state === "asked")!;
      request.reviewer = to;
    }
    this.requests.push(...result.added.map(({ work, reviewer }) => ({ author: work.slice(2), reviewer, state: "asked" as const })));
    return result;
  }
  check(): void {
    const keys = this.requests.map(({ author, reviewer }) => `${author} ${reviewer}`);
    expect(new Set(keys).size).toBe(keys.length);
    const ownWork = this.requests.filter(({ author, reviewer }) => reviewer === author);
    const tooMany = this.handedIn.filter((author) => this.requests.filter((one) => one.author === author && one.state !== "over").length > this.k);
    expect({ ownWork, tooMany }).toEqual({ ownWork: [], tooMany: [] });
  }
}

const size = fc.integer({ min: 2, max: 24 });
const wanted = fc.integer({ min: 1, max: 4 });
const seed = fc.string({ minLength: 1, maxLength: 8 });

describe("allocate, all works at once", () => {
  it("gives each work its k reviewers, everybody the same load, and no mutual pair where that can be", () => {
    fc.assert(fc.property(size, wanted, seed, (n, k, s) => {
      fc.pre(n > k);
      const avoidable = n >= 2 * k + 1;
      const { added } = allocate({ works: names(n).map((author) => fresh(author, k, { mutualAllowed: !avoidable })), reviewers: names(n).map((id) => ({ id, load: 0 })), pairs: [], seed: s });
      const requests = added.map(({ work, reviewer }) => ({ author: work.slice(2), reviewer }));
      expect(requests).toHaveLength(n * k);
      expect(names(n).map((id) => requests.filter(({ reviewer }) => reviewer === id).length)).toEqual(names(n).map(() => k));
      if (avoidable) expect(mutualPairs(requests)).toBe(0);
    }), { numRuns: 300 });
  });

  it("gives as many as there are people where they are too few", () => {
    const two = allocate({ works: [fresh("a", 2, { mutualAllowed: true }), fresh("b", 2, { mutualAllowed: true })], reviewers: [{ id: "a", load: 0 }, { id: "b", load: 0 }], pairs: [], seed: "s" });
    expect(two.added).toEqual(expect.arrayContaining([{ work: "w-a", reviewer: "b" }, { work: "w-b", reviewer: "a" }]));
    expect(two.added).toHaveLength(2);
    expect(allocate({ works: [fresh("a", 2)], reviewers: [{ id: "a", load: 0 }], pairs: [], seed: "s" })).toEqual({ added: [], moved: [] });
    expect(allocate({ works: [], reviewers: [], pairs: [], seed: "s" })).toEqual({ added: [], moved: [] });
  });

  it("goes by the order of reviewers, whatever they are called", () => {
    const input = (name: (id: string) => string): AllocationInput => ({ works: names(9).map((author) => ({ ...fresh(name(author), 2), id: author })), reviewers: names(9).map((id) => ({ id: name(id), load: 0 })), pairs: [], seed: "s" });
    const other = (id: string) => [...id].reverse().join("") + String(99 - id.charCodeAt(id.length - 1));
    expect(allocate(input(other)).added).toEqual(allocate(input((id) => id)).added.map(({ work, reviewer }) => ({ work, reviewer: other(reviewer) })));
  });

  it("is the same for the same seed, and usually another for another", () => {
    const input = (s: string): AllocationInput => ({ works: names(12).map((author) => fresh(author, 2)), reviewers: names(12).map((id) => ({ id, load: 0 })), pairs: [], seed: s });
    expect(allocate(input("one"))).toEqual(allocate(input("one")));
    expect(allocate(input("one"))).not.toEqual(allocate(input("two")));
  });

  it("lets the least loaded take what comes", () => {
    const { added } = allocate({ works: [fresh("x", 2)], reviewers: [{ id: "a", load: 3 }, { id: "b", load: 1 }, { id: "c", load: 0 }, { id: "d", load: 2 }], pairs: [], seed: "s" });
    expect(added.map(({ reviewer }) => reviewer).sort()).toEqual(["b", "c"]);
  });
});

describe("allocate, as work comes in", () => {
  it("keeps loads within one of another while nobody has opened anything, and ends with every place filled and no mutual pair", () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 1, max: 2 }), seed, (n, k, s) => {
      fc.pre(n >= 2 * k + 1);
      const room = new Classroom(k, s);
      for (const author of names(n)) {
        room.handedIn.push(author);
        room.advance();
        room.check();
        if (room.requests.length > 0) expect(spread(room.handedIn.map((id) => room.loadOf(id)))).toBeLessThanOrEqual(1);
        expect(mutualPairs(room.requests)).toBe(0);
      }
      expect(room.requests).toHaveLength(n * k);
    }), { numRuns: 150 });
  });

  it("stays valid whatever is opened, done or runs out in between, and asks nobody twice", () => {
    const event = fc.constantFrom("hand-in", "open", "over", "advance");
    fc.assert(fc.property(fc.array(event, { minLength: 5, maxLength: 60 }), wanted, seed, fc.boolean(), (events, k, s, mutualAllowed) => {
      const room = new Classroom(k, s, mutualAllowed);
      const everybody = names(12);
      for (const [at, what] of events.entries()) {
        if (what === "hand-in" && room.handedIn.length < everybody.length) room.handedIn.push(everybody[room.handedIn.length]!);
        const asked = room.requests.filter(({ state }) => state === "asked");
        const chosen = asked[at % Math.max(1, asked.length)];
        if (what === "open" && chosen) chosen.state = "opened";
        if (what === "over" && chosen) chosen.state = "over";
        const before = room.requests.filter(({ state }) => state !== "asked").map((request) => ({ ...request }));
        room.advance();
        room.check();
        expect(room.requests).toEqual(expect.arrayContaining(before));
      }
      // What could still be filled is filled: with enough people for everybody, and pairs allowed.
      if (mutualAllowed) {
        for (const author of room.handedIn) {
          const own = room.requests.filter((request) => request.author === author);
          const possible = room.handedIn.length - 1 - own.filter(({ state }) => state === "over").length;
          expect(own.filter(({ state }) => state !== "over").length).toBe(Math.min(k, Math.max(0, possible)));
        }
      }
    }), { numRuns: 300 });
  });

  it("spreads loads as evenly as any way of filling one more work could", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 8 }), wanted, seed, (loads, k, s) => {
      const reviewers = loads.map((load, at) => ({ id: `p${at}`, load }));
      const { added } = allocate({ works: [fresh("x", k)], reviewers, pairs: [], seed: s });
      const given = reviewers.map(({ id, load }) => load + added.filter(({ reviewer }) => reviewer === id).length);
      const best = [...loads].sort((a, b) => a - b).map((load, at) => load + (at < k ? 1 : 0));
      const squares = (list: readonly number[]) => list.reduce((sum, load) => sum + load * load, 0);
      expect(added).toHaveLength(Math.min(k, loads.length));
      expect(squares(given)).toBe(squares(best));
    }));
  });
});

describe("cheapestFlow", () => {
  it("finds the most pairs at the least cost, as trying everything does", () => {
    const costs = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(costs, (matrix) => {
      const edges: Edge[] = [];
      matrix.forEach((row, at) => {
        edges.push({ from: 0, to: 2 + at, capacity: 1, cost: 0 });
        row.forEach((cost, column) => cost !== null && edges.push({ from: 2 + at, to: 6 + column, capacity: 1, cost }));
      });
      for (let column = 0; column < 4; column += 1) edges.push({ from: 6 + column, to: 1, capacity: 1, cost: 0 });
      const flow = cheapestFlow(edges, 10, 0, 1);
      const used = edges.filter((edge) => edge.from >= 2 && edge.from < 6 && flow.get(edge) === 1);
      const best = bestByTrying(matrix, 0, new Set());
      expect({ pairs: used.length, cost: used.reduce((sum, { cost }) => sum + cost, 0) }).toEqual(best);
    }), { numRuns: 300 });
  });
});

function bestByTrying(matrix: readonly (readonly (number | null)[])[], row: number, taken: ReadonlySet<number>): { pairs: number; cost: number } {
  const costs = matrix[row];
  if (costs === undefined) return { pairs: 0, cost: 0 };
  const options = [bestByTrying(matrix, row + 1, taken)];
  costs.forEach((cost, column) => {
    if (cost === null || taken.has(column)) return;
    const rest = bestByTrying(matrix, row + 1, new Set([...taken, column]));
    options.push({ pairs: rest.pairs + 1, cost: rest.cost + cost });
  });
  return options.reduce((best, option) => (option.pairs > best.pairs || (option.pairs === best.pairs && option.cost < best.cost) ? option : best));
}
