/** Groups drawn at random that keep to the instructor's wishes as far as that can be done. Pure: the seed decides. */
import { randomFrom, shuffle } from "~/platform/random";
import { fail, ok, type Result } from "~/platform/result";
import { groupSizes } from "./group";

export const FORMING_RULES = ["apart-from-reports", "managers-apart", "mix-teams", "mix-levels"] as const;
/** Wishes, the weightier first: what cannot all be had is given up from the end. */
export type FormingRule = (typeof FORMING_RULES)[number];

/** Somebody to be placed. */
export interface Placeable {
  id: string;
  teamId: string | null;
  /** What they are by their job title. */
  level: string | null;
  isManager: boolean;
  /** Whom of the others they lead, directly or through others. */
  leads: readonly string[];
}

export interface FormingWish {
  /** About so many people a group. */
  size: number;
  rules: readonly FormingRule[];
  /** The same seed and people give the same groups. */
  seed: string;
}

/** A wish that the groups do not fulfil, and where; `why` says what stood against it. */
export interface Unmet {
  rule: FormingRule;
  why: "more-managers-than-groups" | "one-group" | "other-wishes";
  places: { group: number; people: string[] }[];
}

export interface FormedGroups {
  /** Ids of people, group by group. */
  groups: string[][];
  unmet: Unmet[];
}

// A weight is above all that the lesser ones can cost one swap of two people (2 · 5 neighbours each).
const WEIGHTS: Record<FormingRule, number> = { "apart-from-reports": 100_000, "managers-apart": 2_000, "mix-teams": 40, "mix-levels": 1 };

/** Draws groups; the answer says which wishes it could not fulfil. */
export function formGroups(people: readonly Placeable[], wish: FormingWish): Result<FormedGroups, { code: "too-few" }> {
  const sizes = groupSizes(people.length, wish.size);
  if (!sizes) return fail({ code: "too-few" });
  const random = randomFrom(wish.seed);
  const costs = pairCosts(people, wish.rules);
  const least = leastPossible(people, wish.rules, sizes.length);
  const tries = people.length <= 40 ? 24 : people.length <= 150 ? 6 : 2;
  let best: { places: number[]; cost: number } | null = null;
  for (let attempt = 0; attempt < tries && (best === null || best.cost > least); attempt += 1) {
    const places = draw(people, sizes, random);
    const cost = improve(places, costs, random);
    if (best === null || cost < best.cost) best = { places, cost };
  }
  const groups: string[][] = sizes.map(() => []);
  best?.places.forEach((group, person) => groups[group]?.push(people[person]?.id ?? ""));
  return ok({ groups, unmet: unmetRules(people, groups, wish.rules) });
}

/** Which of `rules` the groups break, and where. Groups made by hand are judged by the same measure. */
export function unmetRules(people: readonly Placeable[], groups: readonly (readonly string[])[], rules: readonly FormingRule[]): Unmet[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const members = groups.map((group) => group.flatMap((id) => known.get(id) ?? []));
  return FORMING_RULES.filter((rule) => rules.includes(rule)).flatMap((rule): Unmet[] => {
    const places = members.flatMap((group, at) => breaking(rule, group, people, groups.length).map((ids) => ({ group: at, people: ids })));
    return places.length === 0 ? [] : [{ rule, places, why: reason(rule, people, groups.length) }];
  });
}

/** Sets of people in one group that are against a rule. */
function breaking(rule: FormingRule, group: readonly Placeable[], everybody: readonly Placeable[], groups: number): string[][] {
  switch (rule) {
    case "apart-from-reports":
      return group.flatMap((boss) => {
        const reports = group.filter((one) => boss.leads.includes(one.id));
        return reports.length > 0 ? [[boss.id, ...reports.map((one) => one.id)]] : [];
      });
    case "managers-apart": {
      const managers = group.filter((one) => one.isManager);
      return managers.length > 1 ? [managers.map((one) => one.id)] : [];
    }
    case "mix-teams":
    case "mix-levels": {
      const of = rule === "mix-teams" ? teamOf : levelOf;
      return [...tally(group, of)].filter(([key, ids]) => ids.length > Math.ceil((tally(everybody, of).get(key)?.length ?? 0) / groups)).map(([, ids]) => ids);
    }
  }
}

function reason(rule: FormingRule, people: readonly Placeable[], groups: number): Unmet["why"] {
  if (groups === 1) return "one-group";
  return rule === "managers-apart" && people.filter((one) => one.isManager).length > groups ? "more-managers-than-groups" : "other-wishes";
}

const teamOf = (person: Placeable): string | null => person.teamId;
const levelOf = (person: Placeable): string | null => person.level;

function tally(people: readonly Placeable[], of: (person: Placeable) => string | null): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const person of people) {
    const key = of(person);
    if (key !== null) ids.set(key, [...(ids.get(key) ?? []), person.id]);
  }
  return ids;
}

/** What it costs to have two people in one group. */
function pairCosts(people: readonly Placeable[], rules: readonly FormingRule[]): number[][] {
  const has = (rule: FormingRule): number => (rules.includes(rule) ? WEIGHTS[rule] : 0);
  const leads = people.map((person) => new Set(person.leads));
  return people.map((one, i) =>
    people.map((other, j) => {
      if (i === j) return 0;
      let cost = 0;
      if (leads[i]?.has(other.id) || leads[j]?.has(one.id)) cost += has("apart-from-reports");
      if (one.isManager && other.isManager) cost += has("managers-apart");
      if (one.teamId !== null && one.teamId === other.teamId) cost += has("mix-teams");
      if (one.level !== null && one.level === other.level) cost += has("mix-levels");
      return cost;
    }),
  );
}

/** A cost that no groups can be below: every wish for itself, at its best. A set spread evenly has the fewest pairs. */
function leastPossible(people: readonly Placeable[], rules: readonly FormingRule[], groups: number): number {
  const pairs = (count: number): number => {
    const each = Math.floor(count / groups);
    const more = count % groups;
    return more * ((each + 1) * each / 2) + (groups - more) * (each * (each - 1) / 2);
  };
  const spread = (of: (person: Placeable) => string | null): number => [...tally(people, of).values()].reduce((sum, ids) => sum + pairs(ids.length), 0);
  let least = 0;
  if (rules.includes("managers-apart")) least += WEIGHTS["managers-apart"] * pairs(people.filter((one) => one.isManager).length);
  if (rules.includes("mix-teams")) least += WEIGHTS["mix-teams"] * spread(teamOf);
  if (rules.includes("mix-levels")) least += WEIGHTS["mix-levels"] * spread(levelOf);
  return least;
}

/** Deals the shuffled people out, team by team, so that teams are spread from the start; answers each person's group. */
function draw(people: readonly Placeable[], sizes: readonly number[], random: () => number): number[] {
  const order = shuffle(people.map((_, at) => at), random).sort((one, other) => (people[one]?.teamId ?? "").localeCompare(people[other]?.teamId ?? ""));
  const seats = shuffle(sizes.map((_, group) => group), random).sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0));
  const places: number[] = people.map(() => 0);
  order.forEach((person, at) => (places[person] = seats[at % seats.length] ?? 0));
  return places;
}

/** Swaps two people wherever that costs less, until nothing does; answers what the places then cost. */
function improve(places: number[], costs: readonly (readonly number[])[], random: () => number): number {
  const groups: Set<number>[] = [];
  places.forEach((group, person) => (groups[group] ??= new Set()).add(person));
  const among = (person: number, group: number, except: number): number => {
    let sum = 0;
    for (const other of groups[group] ?? []) if (other !== except) sum += costs[person]?.[other] ?? 0;
    return sum;
  };
  const order = shuffle(places.map((_, person) => person), random);
  for (let better = true; better; ) {
    better = false;
    for (const one of order) {
      for (const other of order) {
        const a = places[one] ?? 0;
        const b = places[other] ?? 0;
        if (one >= other || a === b) continue;
        if (among(one, b, other) + among(other, a, one) >= among(one, a, one) + among(other, b, other)) continue;
        groups[a]?.delete(one);
        groups[b]?.delete(other);
        groups[a]?.add(other);
        groups[b]?.add(one);
        places[one] = b;
        places[other] = a;
        better = true;
      }
    }
  }
  return places.reduce((sum, group, person) => sum + among(person, group, person), 0) / 2;
}
