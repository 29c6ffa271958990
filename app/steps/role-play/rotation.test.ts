import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFrom } from "~/platform/random";
import { changesOf, type Needs, needsAfter, type Parts, type Role, roleOf, ROLES, rotate } from "./rotation";
import { FEWEST_IN_GROUP, formGroups, type Group, groupSizes, MOST_IN_GROUP, repairGroups } from "./triads";

const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);
const allRoles = (members: readonly string[]): Needs => new Map(members.map((person) => [person, ROLES]));
const roleList = (parts: readonly Parts[], person: string) => parts.map((round) => roleOf(round, person));

/** Nobody is left without a role, everybody in the room plays in every round, and nobody plays twice in one. */
function expectFair(members: readonly string[], needs: Needs, plan: readonly Parts[]): void {
  const everybody = [...members].sort().join();
  const faults = [
    ...plan.filter((parts) => [parts.salesperson, parts.customer, ...parts.observers].sort().join() !== everybody),
    ...[...needsAfter(needs, plan)].filter(([, roles]) => roles.length > 0),
  ];
  // One expectation, not one a line: in thousands of plans they cost more than the planning.
  expect(faults).toEqual([]);
}

/** Whether any plan of so many rounds gives everybody what they need: looks at every one. */
function anyPlan(members: readonly string[], needs: Needs, rounds: number): boolean {
  if (rounds === 0) return [...needs.values()].every((roles) => roles.length === 0);
  return members.some((salesperson) =>
    members.some((customer) => {
      if (customer === salesperson) return false;
      const parts = { salesperson, customer, observers: members.filter((person) => person !== salesperson && person !== customer) };
      return anyPlan(members, needsAfter(needs, [parts]), rounds - 1);
    }),
  );
}

describe("a rotation", () => {
  it("takes as many rounds as the group has members, and no plan takes fewer", () => {
    for (const size of [3, 4, 5]) {
      const members = people(size);
      const plan = rotate(members, allRoles(members));
      expectFair(members, allRoles(members), plan);
      expect(plan).toHaveLength(size);
      expect(anyPlan(members, allRoles(members), size - 1)).toBe(false);
    }
    // With two conversations at once, five people would still need five rounds: one observer a round, five who must observe.
    const twoAtOnce = { observersPerRound: 5 - 4, mustObserve: 5 };
    expect(Math.ceil(twoAtOnce.mustObserve / twoAtOnce.observersPerRound)).toBe(5);
  });

  it("goes round: everybody is the customer of their neighbour", () => {
    expect(rotate(["a", "b", "c"], allRoles(["a", "b", "c"]))).toEqual([
      { salesperson: "a", customer: "b", observers: ["c"] },
      { salesperson: "b", customer: "c", observers: ["a"] },
      { salesperson: "c", customer: "a", observers: ["b"] },
    ]);
  });

  it("is as short as any plan for whatever is lacking, and gives it", () => {
    const need = fc.subarray([...ROLES]);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 4 }).chain((size) => fc.tuple(fc.constant(size), fc.array(need, { minLength: size, maxLength: size }))), ([size, lacking]) => {
        const members = people(size);
        const needs: Needs = new Map(members.map((person, at) => [person, lacking[at] ?? []]));
        const plan = rotate(members, needs);
        expectFair(members, needs, plan);
        if (plan.length > 0) expect(anyPlan(members, needs, plan.length - 1)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("is empty when nobody lacks anything, and a second try is one round with the salesperson in question", () => {
    const members = people(3);
    expect(rotate(members, new Map())).toEqual([]);
    const again = rotate(members, new Map<string, Role[]>([["p1", ["salesperson"]]]));
    expect(again.map((parts) => parts.salesperson)).toEqual(["p1"]);
  });

  it("changes as little as any plan of that length could", () => {
    const members = people(4);
    const before = rotate(people(3), allRoles(people(3)));
    for (const held of [0, 1, 2, 3]) {
      const needs = needsAfter(allRoles(members), before.slice(0, held));
      const planned = before.slice(held);
      const plan = rotate(members, needs, planned);
      expectFair(members, needs, plan);
      expect(changesOf(planned, plan)).toBe(leastChanges(members, needs, planned, plan.length));
    }
  });
});

/** The fewest changed roles of any plan of so many rounds. */
function leastChanges(members: readonly string[], needs: Needs, before: readonly Parts[], rounds: number, plan: Parts[] = []): number {
  if (plan.length === rounds) return [...needs.values()].some((roles) => roles.length > 0) ? Infinity : changesOf(before, plan);
  if ([...needs.values()].some((roles) => roles.length > rounds - plan.length)) return Infinity;
  let least = Infinity;
  for (const salesperson of members) {
    for (const customer of members) {
      if (customer === salesperson) continue;
      const parts = { salesperson, customer, observers: members.filter((person) => person !== salesperson && person !== customer) };
      least = Math.min(least, leastChanges(members, needsAfter(needs, [parts]), before, rounds, [...plan, parts]));
    }
  }
  return least;
}

/** Every way to write `count` as a sum of group sizes from 3 up, largest first. */
function partitions(count: number, most = count): number[][] {
  if (count === 0) return [[]];
  const found: number[][] = [];
  for (let size = Math.min(count, most); size >= 3; size -= 1) {
    if (count - size !== 0 && count - size < 3) continue;
    for (const rest of partitions(count - size, size)) found.push([size, ...rest]);
  }
  return found;
}

describe("groups for a class", () => {
  it("of fewer than three are refused", () => {
    for (const count of [0, 1, 2]) expect(groupSizes(count)).toEqual({ ok: false, error: { code: "too-few" } });
  });

  it("of 3 to 60 need as few rounds as any division could, and everybody gets all three roles", () => {
    for (let count = 3; count <= 60; count += 1) {
      const formed = formGroups(people(count).map((id) => ({ id, team: null })), randomFrom(`class of ${count}`));
      const groups = formed.ok ? formed.value : [];
      expect(groups.flatMap((group) => group.members).sort()).toEqual(people(count).sort());
      expect(groups.every(({ members }) => members.length >= FEWEST_IN_GROUP && members.length <= MOST_IN_GROUP)).toBe(true);
      let longest = 0;
      for (const { members } of groups) {
        const plan = rotate(members, allRoles(members));
        expectFair(members, allRoles(members), plan);
        for (const person of members) expect(new Set(roleList(plan, person))).toEqual(new Set(ROLES));
        longest = Math.max(longest, plan.length);
      }
      // A group of n needs n rounds (above), so the class needs the size of its largest group.
      const least = count <= 24 ? Math.min(...partitions(count).map((sizes) => sizes[0] ?? Infinity)) : count % 3 === 0 ? 3 : 4;
      expect(longest).toBe(least);
    }
  });

  it("spread the people of a team over the groups", () => {
    const mixed = people(12).map((id, at) => ({ id, team: at < 4 ? "north" : at < 8 ? "south" : "east" }));
    const groups = formGroups(mixed, randomFrom("teams"));
    const teamOf = new Map(mixed.map(({ id, team }) => [id, team]));
    for (const { members } of groups.ok ? groups.value : []) expect(new Set(members.map((id) => teamOf.get(id))).size).toBe(3);
  });
});

/** A class after so many rounds, all groups in step. */
function classOf(count: number, heldRounds: number) {
  const sizes = groupSizes(count);
  let next = 0;
  const groups = (sizes.ok ? sizes.value : []).map((size, at) => {
    const members = people(count).slice(next, (next += size));
    const plan = rotate(members, allRoles(members));
    return { id: `g${at}`, members, held: plan.slice(0, heldRounds), planned: plan.slice(heldRounds) };
  });
  const needsOf = (members: readonly string[]): Needs => needsAfter(allRoles(members), groups.flatMap((group) => group.held));
  const planFor = (group: Group): Parts[] => rotate(group.members, needsOf(group.members), groups.find((one) => one.id === group.id)?.planned ?? []);
  const cost = (group: Group) => {
    if (group.members.length < FEWEST_IN_GROUP) return { rounds: 0, changes: 0 };
    const plan = planFor(group);
    return { rounds: plan.length, changes: changesOf(groups.find((one) => one.id === group.id)?.planned ?? [], plan) };
  };
  return { groups, needsOf, planFor, cost };
}

/** The fewest people that must change groups so that every group can play: looks at every assignment. */
function fewestMoves(before: readonly Group[], present: readonly string[]): number {
  const ids = [...before.map((group) => group.id), "new1", "new2"];
  const home = new Map(before.flatMap((group) => group.members.map((person) => [person, group.id] as const)));
  let fewest = Infinity;
  const place = (at: number, counts: Map<string | null, number>, moves: number): void => {
    if (moves >= fewest) return;
    const person = present[at];
    if (person === undefined) {
      if ([...counts.values()].every((count) => count === 0 || (count >= FEWEST_IN_GROUP && count <= MOST_IN_GROUP))) fewest = moves;
      return;
    }
    for (const id of ids) place(at + 1, new Map(counts).set(id, (counts.get(id) ?? 0) + 1), moves + (home.has(person) && home.get(person) !== id ? 1 : 0));
  };
  place(0, new Map(), 0);
  return fewest;
}

function expectWhole(world: ReturnType<typeof classOf>, present: readonly string[]): string[] {
  const repaired = repairGroups(world.groups, present, world.cost);
  if (!repaired.ok) throw new Error(repaired.error.code);
  const { groups, moved } = repaired.value;
  expect(groups.flatMap((group) => group.members).sort()).toEqual([...present].sort());
  expect(groups.filter(({ members }) => members.length < FEWEST_IN_GROUP || members.length > MOST_IN_GROUP)).toEqual([]);
  // With the rounds already held, everybody comes to all three roles.
  for (const group of groups) expectFair(group.members, world.needsOf(group.members), world.planFor(group));
  return moved;
}

describe("repairing", () => {
  it("somebody who comes late disturbs nobody's group, whatever the size of the class and the rounds held", () => {
    for (let count = 3; count <= 60; count += 1) {
      for (let held = 0; held <= 3; held += 1) {
        const moved = expectWhole(classOf(count, held), [...people(count), "late"]);
        expect(moved).toHaveLength(count === 5 ? 2 : 0);
      }
    }
  });

  it("somebody who leaves moves one other person at most where a larger group can spare one, and two otherwise", () => {
    for (let count = 4; count <= 60; count += 1) {
      for (let held = 0; held <= 3; held += 1) {
        const world = classOf(count, held);
        for (const group of new Set([world.groups[0]!, world.groups.at(-1)!])) {
          for (const leaver of group.members) {
            const present = people(count).filter((person) => person !== leaver);
            const moved = expectWhole(world, present);
            const spare = world.groups.some((one) => one !== group && one.members.length > 3);
            expect(moved).toHaveLength(group.members.length > 3 ? 0 : spare ? 1 : 2);
          }
        }
      }
    }
  });

  it("several who come and go at once move as few people as any division could", () => {
    for (let count = 3; count <= 8; count += 1) {
      for (const held of [0, 2]) {
        for (let late = 0; late <= 3; late += 1) {
          for (let gone = 0; gone <= 2; gone += 1) {
            const world = classOf(count, held);
            const present = [...people(count).slice(gone), ...people(late).map((person) => `late-${person}`)];
            if (present.length < FEWEST_IN_GROUP) continue;
            expect(expectWhole(world, present).length, `${count} people, ${held} rounds held, ${late} late, ${gone} gone`).toBe(fewestMoves(world.groups, present));
          }
        }
      }
    }
  });

  it("down to two people ends in a clear word", () => {
    expect(repairGroups(classOf(3, 1).groups, ["p0", "p1"], classOf(3, 1).cost)).toEqual({ ok: false, error: { code: "too-few" } });
  });
});
