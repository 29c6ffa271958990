/** Groups for role-play: triads where the number allows it, and their repair when people come late or leave. */
import { shuffle } from "~/platform/random";
import { fail, ok, type Result } from "~/platform/result";

/** With fewer there is nobody to observe. */
export const FEWEST_IN_GROUP = 3;
/** With more, most people only watch. */
export const MOST_IN_GROUP = 5;

export type TooFew = { code: "too-few" };

/**
 * Sizes of the groups for `people`, largest first: triads, one group of four where one is left over, two where two are (or one
 * of five where there are only five). A class takes as many rounds as its largest group has members, so this is the least.
 */
export function groupSizes(people: number): Result<number[], TooFew> {
  if (people < FEWEST_IN_GROUP) return fail({ code: "too-few" });
  if (people === 5) return ok([5]);
  const fours = people % 3;
  return ok([...Array.from({ length: fours }, () => 4), ...Array.from({ length: (people - 4 * fours) / 3 }, () => 3)]);
}

/** A group by its members; `id` is null for one that is new. */
export interface Group {
  id: string | null;
  members: readonly string[];
}

/** Groups at random (the same seed gives the same ones); people of one `team` are spread where that is possible. */
export function formGroups(people: readonly { id: string; team: string | null }[], random: () => number): Result<Group[], TooFew> {
  const sizes = groupSizes(people.length);
  if (!sizes.ok) return sizes;
  const byTeam = new Map<string, string[]>();
  for (const { id, team } of shuffle(people, random)) byTeam.set(team ?? id, [...(byTeam.get(team ?? id) ?? []), id]);
  // The largest team first, dealt like cards: its people come into different groups as long as there are any.
  const dealt = [...byTeam.values()].sort((one, other) => other.length - one.length).flat();
  const groups = sizes.value.map((size) => ({ size, members: [] as string[] }));
  let at = 0;
  for (const person of dealt) {
    while (groups[at % groups.length]!.members.length >= groups[at % groups.length]!.size) at += 1;
    groups[at % groups.length]!.members.push(person);
    at += 1;
  }
  return ok(groups.map(({ members }) => ({ id: null, members })));
}

/** What it means for a group to have these members: rounds it still needs, and roles that change for people who had a plan. */
export type Cost = (group: Group) => { rounds: number; changes: number };

export interface Repair {
  groups: Group[];
  /** People who were in a group and now are in another one. */
  moved: string[];
}

/**
 * The groups of those who are present, with the fewest people moved; then the fewest rounds, then the fewest roles changed.
 * Newcomers fill groups that are short, make triads of their own, or join. A pair takes somebody from a larger group, or is
 * divided among the others; somebody left alone joins others.
 */
export function repairGroups(before: readonly Group[], present: readonly string[], cost: Cost): Result<Repair, TooFew> {
  if (present.length < FEWEST_IN_GROUP) return fail({ code: "too-few" });
  const here = new Set(present);
  const grouped = new Set(before.flatMap((group) => group.members));
  const table = new Table(
    before.map((group) => ({ id: group.id, members: group.members.filter((person) => here.has(person)) })).filter((group) => group.members.length > 0),
    present.filter((person) => !grouped.has(person)),
    cost,
  );
  table.settleNewcomers();
  table.settleShort();
  const home = new Map(before.flatMap((group) => group.members.map((person) => [person, group] as const)));
  const moved = table.groups.flatMap((group) => group.members.filter((person) => home.has(person) && home.get(person)?.id !== group.id));
  return ok({ groups: table.groups, moved });
}

class Table {
  constructor(
    public groups: Group[],
    private newcomers: string[],
    private readonly cost: Cost,
  ) {}

  settleNewcomers(): void {
    for (const short of this.short()) {
      const wanted = FEWEST_IN_GROUP - short.members.length;
      if (this.newcomers.length < wanted) continue;
      this.replace(short, this.newcomers.splice(0, wanted));
    }
    while (this.newcomers.length >= FEWEST_IN_GROUP) this.groups.push({ id: null, members: this.newcomers.splice(0, FEWEST_IN_GROUP) });
    const room = this.groups.reduce((sum, group) => sum + Math.max(0, MOST_IN_GROUP - group.members.length), 0);
    if (this.newcomers.length > room) this.groups.push({ id: null, members: this.newcomers.splice(0) });
    for (const person of this.newcomers.splice(0)) this.join(person);
  }

  settleShort(): void {
    for (let [short] = this.short(); short !== undefined; [short] = this.short()) {
      if (short.members.length === 2 && this.takeFromLarger(short)) continue;
      this.groups = this.groups.filter((group) => group !== short);
      for (const person of short.members) this.join(person);
    }
  }

  /** Groups that cannot play, the smallest first. */
  private short(): Group[] {
    return this.groups.filter((group) => group.members.length < FEWEST_IN_GROUP).sort((one, other) => one.members.length - other.members.length);
  }

  /** Puts one person where it costs least: into a short group rather than a whole one. */
  private join(person: string): void {
    const open = this.groups.filter((group) => group.members.length < MOST_IN_GROUP);
    const short = open.filter((group) => group.members.length < FEWEST_IN_GROUP).sort((one, other) => other.members.length - one.members.length);
    const best = short[0] ?? this.cheapest(open, (group) => [...group.members, person]);
    if (best) this.replace(best, [person]);
    else this.split(person);
  }

  /** Every group is full: two of one of them make a triad with the newcomer. */
  private split(person: string): void {
    const full = this.groups[0];
    const leaving = full?.members.slice(-2) ?? [];
    this.groups = this.groups.map((group) => (group === full ? { ...group, members: group.members.filter((member) => !leaving.includes(member)) } : group));
    this.groups.push({ id: null, members: [...leaving, person] });
  }

  private takeFromLarger(short: Group): boolean {
    const options = this.groups
      .filter((group) => group.members.length > FEWEST_IN_GROUP)
      .flatMap((group) => group.members.map((person) => ({ group, person, rest: group.members.filter((member) => member !== person) })));
    const ranked = options.map((option) => {
      const giving = this.cost({ id: option.group.id, members: option.rest });
      const taking = this.cost({ id: short.id, members: [...short.members, option.person] });
      return { ...option, rounds: Math.max(giving.rounds, taking.rounds), changes: giving.changes + taking.changes };
    });
    const best = ranked.sort((one, other) => one.rounds - other.rounds || one.changes - other.changes)[0];
    if (!best) return false;
    this.groups = this.groups.map((group) => (group === best.group ? { ...group, members: best.rest } : group));
    this.replace(short, [best.person]);
    return true;
  }

  private cheapest(groups: readonly Group[], membersOf: (group: Group) => string[]): Group | undefined {
    const ranked = groups.map((group) => ({ group, ...this.cost({ id: group.id, members: membersOf(group) }) }));
    return ranked.sort((one, other) => one.rounds - other.rounds || one.changes - other.changes || one.group.members.length - other.group.members.length)[0]?.group;
  }

  private replace(group: Group, joining: readonly string[]): void {
    this.groups = this.groups.map((one) => (one === group ? { ...one, members: [...one.members, ...joining] } : one));
  }
}
