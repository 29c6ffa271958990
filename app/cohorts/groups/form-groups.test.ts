import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formGroups, FORMING_RULES, type Placeable, unmetRules } from "./form-groups";
import { FEWEST_MEMBERS, groupSizes, MOST_MEMBERS } from "./group";

const ALL = [...FORMING_RULES];

/** People of some teams and levels; the managers lead the others of their team. */
const crowd = (count: { min: number; max: number }) =>
  fc.array(fc.record({ team: fc.integer({ min: 0, max: 4 }), level: fc.integer({ min: 0, max: 3 }), isManager: fc.boolean() }), { minLength: count.min, maxLength: count.max }).map((rows) =>
    rows.map(({ team, level, isManager }, at): Placeable => ({
      id: `p${at}`,
      teamId: team === 4 ? null : `t${team}`,
      level: `l${level}`,
      isManager,
      leads: isManager && team < 4 ? rows.flatMap((row, other) => (other !== at && row.team === team && !row.isManager ? [`p${other}`] : [])) : [],
    })),
  );
const wish = fc.record({ size: fc.integer({ min: 3, max: 6 }), rules: fc.subarray(ALL), seed: fc.string() });

function formed(people: Placeable[], size: number, rules = ALL, seed = "seed") {
  const result = formGroups(people, { size, rules, seed });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Every way to deal people 0…n-1 into groups of these sizes. */
function* dealings(sizes: readonly number[], people: readonly string[]): Generator<string[][]> {
  const [size, ...rest] = sizes;
  if (size === undefined) return yield [];
  for (const first of subsets(people, size)) {
    for (const others of dealings(rest, people.filter((id) => !first.includes(id)))) yield [first, ...others];
  }
}
function* subsets(list: readonly string[], size: number): Generator<string[]> {
  if (size === 0) return yield [];
  for (let at = 0; at + size <= list.length; at += 1) for (const rest of subsets(list.slice(at + 1), size - 1)) yield [list[at]!, ...rest];
}

describe("sizes of groups", () => {
  it("lie between fewest and most, differ by at most one, and hold everybody", () => {
    for (let people = 3; people <= 600; people += 1) {
      for (const wanted of [3, 4, 5, 6]) {
        const sizes = groupSizes(people, wanted)!;
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(FEWEST_MEMBERS);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_MEMBERS);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }
  });
  it("are as wanted where the number allows it", () => {
    expect(groupSizes(24, 4)).toEqual([4, 4, 4, 4, 4, 4]);
    expect(groupSizes(17, 5)).toEqual([6, 6, 5]);
    expect(groupSizes(7, 6)).toEqual([4, 3]);
    expect(groupSizes(2, 4)).toBeNull();
  });
});

describe("groups drawn at random", () => {
  it("place everybody exactly once, in the sizes that are due", () => {
    fc.assert(
      fc.property(crowd({ min: 3, max: 40 }), wish, (people, { size, rules, seed }) => {
        const { groups } = formed(people, size, rules, seed);
        expect(groups.flat().sort()).toEqual(people.map((person) => person.id).sort());
        expect(groups.map((group) => group.length).sort()).toEqual(groupSizes(people.length, size)!.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("are the same for the same seed, whatever else happens, and others for another", () => {
    const people = Array.from({ length: 24 }, (_, at): Placeable => ({ id: `p${at}`, teamId: `t${at % 3}`, level: `l${at % 4}`, isManager: false, leads: [] }));
    expect(formed(people, 4, ALL, "a")).toEqual(formed(people, 4, ALL, "a"));
    expect(formed(people, 4, ALL, "a").groups).not.toEqual(formed(people, 4, ALL, "b").groups);
  });

  it("spread every team evenly when nothing else is wished", () => {
    fc.assert(
      fc.property(crowd({ min: 3, max: 40 }), wish, (people, { size, seed }) => {
        expect(formed(people, size, ["mix-teams"], seed).unmet).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("keep managers from their reports whenever any dealing does", () => {
    const clean = (people: Placeable[], groups: string[][]) => unmetRules(people, groups, ["apart-from-reports"]).length === 0;
    fc.assert(
      fc.property(crowd({ min: 6, max: 9 }), fc.integer({ min: 3, max: 4 }), (people, size) => {
        const sizes = groupSizes(people.length, size)!;
        const possible = [...dealings(sizes, people.map((person) => person.id))].some((groups) => clean(people, groups));
        expect(clean(people, formed(people, size).groups)).toBe(possible);
      }),
      { numRuns: 60 },
    );
  });

  it("say truly which wishes are not fulfilled: a naive count of the groups agrees", () => {
    fc.assert(
      fc.property(crowd({ min: 3, max: 30 }), wish, (people, { size, rules, seed }) => {
        const { groups, unmet } = formed(people, size, rules, seed);
        const byId = new Map(people.map((person) => [person.id, person]));
        const pairs = groups.flatMap((group) => group.flatMap((one) => group.filter((other) => other !== one).map((other) => [byId.get(one)!, byId.get(other)!] as const)));
        const broken = {
          "apart-from-reports": pairs.some(([one, other]) => one.leads.includes(other.id)),
          "managers-apart": pairs.some(([one, other]) => one.isManager && other.isManager),
          "mix-teams": uneven((person) => person.teamId),
          "mix-levels": uneven((person) => person.level),
        };
        expect(unmet.map((one) => one.rule)).toEqual(FORMING_RULES.filter((rule) => rules.includes(rule) && broken[rule]));

        function uneven(of: (person: Placeable) => string | null): boolean {
          return people.some((person) => of(person) !== null && groups.some((group) => group.filter((id) => of(byId.get(id)!) === of(person)).length > Math.ceil(people.filter((one) => of(one) === of(person)).length / groups.length)));
        }
      }),
      { numRuns: 80 },
    );
  });

  it("say why: more managers than groups", () => {
    const people = Array.from({ length: 6 }, (_, at): Placeable => ({ id: `p${at}`, teamId: null, level: null, isManager: at < 3, leads: [] }));
    const [unmet] = formed(people, 3).unmet;
    expect(unmet).toMatchObject({ rule: "managers-apart", why: "more-managers-than-groups" });
    expect(unmet!.places).toHaveLength(1);
    expect(unmet!.places[0]!.people).toHaveLength(2);
  });

  it("of six hundred people are there within a second's work", () => {
    const people = Array.from({ length: 600 }, (_, at): Placeable => ({ id: `p${at}`, teamId: `t${at % 40}`, level: `l${at % 5}`, isManager: at % 15 === 0, leads: [] }));
    const { groups, unmet } = formed(people, 4);
    expect(groups).toHaveLength(150);
    expect(unmet.filter((one) => one.rule !== "mix-levels")).toEqual([]);
  });

  it("need three people", () => {
    expect(formGroups([], { size: 4, rules: [], seed: "" })).toEqual({ ok: false, error: { code: "too-few" } });
  });
});
