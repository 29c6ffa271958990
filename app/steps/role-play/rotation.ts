/**
 * The rotation within one group: who plays what in which round. One conversation at a time, so a round has one salesperson,
 * one customer, and everybody else observes.
 *
 * Fewest rounds. Somebody who lacks k roles needs k rounds, and every round serves one salesperson and one customer, so no
 * plan is shorter than max(|lack salesperson|, |lack customer|, most roles that one person lacks). For a fresh group of n that
 * is n, and n rounds are enough: everybody is salesperson once, their neighbour the customer. (A group of four therefore has
 * two observers in each of its four rounds, a group of five three in each of its five. Two conversations side by side would
 * not help: with four there is nobody left to observe, with five each round has one observer, and five people need five.)
 */

export const ROLES = ["salesperson", "customer", "observer"] as const;
export type Role = (typeof ROLES)[number];

/** Who plays what in one round. */
export interface Parts {
  salesperson: string;
  customer: string;
  observers: readonly string[];
}

/** Roles that each person still lacks; who is not named lacks none. */
export type Needs = ReadonlyMap<string, readonly Role[]>;

/** What somebody plays in a round; undefined when they are not in it. */
export function roleOf(parts: Parts, person: string): Role | undefined {
  if (parts.salesperson === person) return "salesperson";
  if (parts.customer === person) return "customer";
  return parts.observers.includes(person) ? "observer" : undefined;
}

/** What everybody lacks, given what they lacked before and the rounds held since. */
export function needsAfter(needs: Needs, held: readonly Parts[]): Needs {
  return new Map([...needs].map(([person, roles]) => [person, roles.filter((role) => !held.some((parts) => roleOf(parts, person) === role))]));
}

/** People who still need a role. */
export function lackers(needs: Needs, role: Role): string[] {
  return [...needs].filter(([, roles]) => roles.includes(role)).map(([person]) => person);
}

/** What a plan changes for people who had one: roles of theirs that differ, round by round. */
export function changesOf(before: readonly Parts[], after: readonly Parts[]): number {
  return after.reduce((sum, parts, at) => {
    const was = before[at];
    return was ? sum + differences(was, parts) : sum;
  }, 0);
}

function differences(was: Parts, parts: Parts): number {
  return [parts.salesperson, parts.customer, ...parts.observers].filter((person) => {
    const before = roleOf(was, person);
    return before !== undefined && before !== roleOf(parts, person);
  }).length;
}

/**
 * The rounds that give everybody what they lack: as few as there can be, and of those plans the one that changes least of
 * what was planned `before`. The same input gives the same plan.
 * @param members at least three, at most six
 */
export function rotate(members: readonly string[], needs: Needs, before: readonly Parts[] = []): Parts[] {
  const wanted = new Map(members.map((person) => [person, needs.get(person) ?? []]));
  const fewest = Math.max(lackers(wanted, "salesperson").length, lackers(wanted, "customer").length, ...[...wanted.values()].map((roles) => roles.length));
  if (fewest === 0) return [];
  for (let rounds = fewest; ; rounds += 1) {
    const plan = new Search(members, wanted, before, rounds).best();
    if (plan) return plan;
  }
}

/** Depth first through all plans of so many rounds, leaving branches that cost as much as the best plan found. */
class Search {
  private found: Parts[] | null = null;
  private cost = Infinity;

  constructor(
    private readonly members: readonly string[],
    private readonly wanted: Needs,
    private readonly before: readonly Parts[],
    private readonly rounds: number,
  ) {}

  best(): Parts[] | null {
    this.look([], 0);
    return this.found;
  }

  private look(plan: Parts[], cost: number): void {
    if (cost >= this.cost) return;
    const left = needsAfter(this.wanted, plan);
    const remaining = this.rounds - plan.length;
    if (lackers(left, "salesperson").length > remaining || lackers(left, "customer").length > remaining) return;
    if ([...left.values()].some((roles) => roles.length > remaining)) return;
    if (remaining === 0) {
      this.found = plan;
      this.cost = cost;
      return;
    }
    const was = this.before[plan.length];
    for (const salesperson of this.inOrder("salesperson", left, was?.salesperson, null)) {
      for (const customer of this.inOrder("customer", left, was?.customer, salesperson)) {
        if (customer === salesperson) continue;
        const parts = { salesperson, customer, observers: this.members.filter((person) => person !== salesperson && person !== customer) };
        this.look([...plan, parts], cost + (was ? differences(was, parts) : 0));
      }
    }
  }

  /** Who comes into question, the likeliest first: as planned, then who lacks the role, going round from `after`. */
  private inOrder(role: Role, left: Needs, planned: string | undefined, after: string | null): string[] {
    const start = after === null ? 0 : this.members.indexOf(after) + 1;
    const round = [...this.members.slice(start), ...this.members.slice(0, start)];
    const rank = (person: string): number => (person === planned ? 0 : left.get(person)?.includes(role) ? 1 : 2);
    return round.map((person, at) => ({ person, key: rank(person) * 100 + at })).sort((one, other) => one.key - other.key).map(({ person }) => person);
  }
}
