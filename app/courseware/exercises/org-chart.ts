/** An organisation as a tree, and the buying roles that people hold in it. */

export const BUYING_ROLES = ["initiator", "designer", "decision-maker", "user"] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

export interface OrgPerson {
  id: string;
  name: string;
  title: string;
  reportsTo?: string;
  says: string;
  roles: BuyingRole[];
  why: string;
}

export interface OrgNode {
  person: OrgPerson;
  reports: OrgNode[];
}

/** Everyone below whom they report to; who reports to nobody here, or in a circle, is a root. */
export function orgTree(people: readonly OrgPerson[]): OrgNode[] {
  const isRoot = (person: OrgPerson): boolean => {
    const seen = new Set<string>();
    for (let at: OrgPerson | undefined = person; at !== undefined; at = people.find((other) => other.id === at?.reportsTo)) {
      if (seen.has(at.id)) return at.id === person.id;
      seen.add(at.id);
    }
    return !people.some((other) => other.id === person.reportsTo);
  };
  const roots = people.filter(isRoot);
  const below = (person: OrgPerson): OrgNode => ({
    person,
    reports: people.filter((other) => other.reportsTo === person.id && !roots.includes(other)).map(below),
  });
  return roots.map(below);
}

/** Whether exactly these roles were found, in any order. */
export function sameRoles(a: readonly BuyingRole[], b: readonly BuyingRole[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}

/** Roles that nobody in a set of answers holds: a gap in the account. */
export function missingRoles(chosen: readonly (readonly BuyingRole[])[]): BuyingRole[] {
  return BUYING_ROLES.filter((role) => !chosen.some((roles) => roles.includes(role)));
}
