import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { FORMING_RULES, type FormingRule, unmetRules } from "./form-groups";
import { sizeProblem } from "./group";
import { checkMove, type Move, type MoveError } from "./move-learner.server";
import { type Candidate, candidates } from "./plan-forming.server";
import { membersOf, standingGroups } from "./rows.server";

/** A group before and after a move. */
export interface GroupAfterMove {
  id: string;
  name: string;
  before: number;
  after: number;
  sizeProblem: "too-small" | "too-large" | null;
}

/** What moving a learner brings; nothing is written. Other rooms add what becomes of their work. */
export interface MovePlan {
  learner: Pick<Candidate, "id" | "personId" | "name" | "nameLatin">;
  from: GroupAfterMove | null;
  to: GroupAfterMove | null;
  /** Wishes that the group joined would be against, and was not before. */
  against: { rule: FormingRule; people: Pick<Candidate, "name" | "nameLatin">[] }[];
}

/** Works out what a move would bring, or why it cannot be made. */
export async function planMove(db: Kysely<DB>, move: Move): Promise<Result<MovePlan, MoveError>> {
  const checked = await checkMove(db, move);
  if (!checked.ok) return checked;
  const [people, groups] = await Promise.all([candidates(db, move.cohortId), standingGroups(db, move)]);
  const members = await membersOf(db, groups.map((group) => group.id));
  const learner = people.find((person) => person.id === move.enrolmentId);
  if (!learner) return fail({ code: "not-found" });
  const known = new Map(people.map((person) => [person.id, person]));
  const before = groups.map((group) => (members.get(group.id) ?? []).map((member) => member.enrolmentId));
  const after = groups.map((group, at) => {
    const others = (before[at] ?? []).filter((id) => id !== move.enrolmentId);
    return group.id === move.to ? [...others, move.enrolmentId] : others;
  });
  const target = groups.findIndex((group) => group.id === move.to);
  const broken = (sets: string[][]) => unmetRules(people.filter((person) => sets.flat().includes(person.id)), sets, FORMING_RULES).flatMap(({ rule, places }) => places.filter((place) => place.group === target).map((place) => ({ rule, people: place.people })));
  const already = new Set(broken(before).map((one) => one.rule));
  const sizes = (groupId: string | null): GroupAfterMove | null => {
    const at = groups.findIndex((group) => group.id === groupId);
    const group = groups[at];
    const now = after[at]?.length ?? 0;
    return group ? { id: group.id, name: group.name, before: before[at]?.length ?? 0, after: now, sizeProblem: sizeProblem(now) } : null;
  };
  const { id, personId, name, nameLatin } = learner;
  return ok({
    learner: { id, personId, name, nameLatin },
    from: sizes(move.from),
    to: sizes(move.to),
    against: broken(after).filter((one) => !already.has(one.rule)).map((one) => ({ rule: one.rule, people: one.people.flatMap((other) => known.get(other) ?? []).map((person) => ({ name: person.name, nameLatin: person.nameLatin })) })),
  });
}
