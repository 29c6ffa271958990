import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { FORMING_RULES, type FormingRule, unmetRules } from "./form-groups";
import { type GroupPurpose, sizeProblem } from "./group";
import { type Candidate, candidates } from "./plan-forming.server";
import { type Group, type GroupMember, type GroupsKey, membersOf, standingGroups } from "./rows.server";

/** A group as its instructor sees it. */
export interface GroupOfPage extends Pick<Group, "id" | "name" | "position"> {
  members: GroupMember[];
  sizeProblem: "too-small" | "too-large" | null;
  /** What of the usual wishes this group is against, and who makes it so. */
  against: { rule: FormingRule; people: Pick<Candidate, "name" | "nameLatin">[] }[];
}

export interface GroupsPage {
  purpose: GroupPurpose;
  groups: GroupOfPage[];
  /** Learners in no group, by name. */
  unplaced: Candidate[];
  learners: number;
  /** Groups of the other purpose, which these could begin as. */
  others: number;
}

/** The groups of one purpose with everybody who is in none. */
export async function groupsPage(db: Kysely<DB>, key: GroupsKey): Promise<GroupsPage> {
  const [groups, people, others] = await Promise.all([standingGroups(db, key), candidates(db, key.cohortId), standingGroups(db, { ...key, purpose: key.purpose === "class" ? "study" : "class" })]);
  const members = await membersOf(db, groups.map((group) => group.id));
  const ids = groups.map((group) => (members.get(group.id) ?? []).map((member) => member.enrolmentId));
  const placed = new Set(ids.flat());
  const known = new Map(people.map((person) => [person.id, person]));
  const unmet = unmetRules(people.filter((person) => placed.has(person.id)), ids, FORMING_RULES);
  return {
    purpose: key.purpose,
    groups: groups.map(({ id, name, position }, at) => ({
      id,
      name,
      position,
      members: members.get(id) ?? [],
      sizeProblem: sizeProblem(ids[at]?.length ?? 0),
      against: unmet.flatMap(({ rule, places }) => places.filter((place) => place.group === at).map((place) => ({ rule, people: place.people.flatMap((person) => known.get(person) ?? []).map(({ name: own, nameLatin }) => ({ name: own, nameLatin })) }))),
    })),
    unplaced: people.filter((person) => !placed.has(person.id)),
    learners: people.length,
    others: others.length,
  };
}
