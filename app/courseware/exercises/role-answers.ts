/** A learner's answers on an organisation chart: chosen roles per person, and what became of them. */
import { BUYING_ROLES, type BuyingRole, type OrgPerson, sameRoles } from "./org-chart";

export interface RoleAnswer {
  chosen: BuyingRole[];
  /** Checked answers that were not right. */
  wrong: number;
  done: "found" | "shown" | null;
}

export type RoleAnswers = Readonly<Record<string, RoleAnswer>>;

const TRIES = 2;

export function answerOf(answers: RoleAnswers, id: string): RoleAnswer {
  return answers[id] ?? { chosen: [], wrong: 0, done: null };
}

/** Chooses a role for a person, or takes it back. */
export function toggleRole(answers: RoleAnswers, id: string, role: BuyingRole): RoleAnswers {
  const answer = answerOf(answers, id);
  if (answer.done !== null) return answers;
  const chosen = answer.chosen.includes(role) ? answer.chosen.filter((other) => other !== role) : [...answer.chosen, role];
  return { ...answers, [id]: { ...answer, chosen } };
}

/** Judges a person's roles; after two wrong tries the answer is given. */
export function checkRoles(answers: RoleAnswers, person: OrgPerson): RoleAnswers {
  const answer = answerOf(answers, person.id);
  if (answer.done !== null) return answers;
  if (sameRoles(answer.chosen, person.roles)) return { ...answers, [person.id]: { ...answer, done: "found" } };
  const wrong = answer.wrong + 1;
  return { ...answers, [person.id]: wrong >= TRIES ? { chosen: person.roles, wrong, done: "shown" } : { ...answer, wrong } };
}

export function showAllRoles(answers: RoleAnswers, people: readonly OrgPerson[]): RoleAnswers {
  return Object.fromEntries(people.map((person) => [person.id, answerOf(answers, person.id).done === null ? { ...answerOf(answers, person.id), chosen: person.roles, done: "shown" } : answerOf(answers, person.id)]));
}

export function scoreRoles(answers: RoleAnswers, people: readonly OrgPerson[]): { first: number; done: number; total: number } {
  const all = people.map((person) => answerOf(answers, person.id));
  return { first: all.filter((answer) => answer.done === "found" && answer.wrong === 0).length, done: all.filter((answer) => answer.done !== null).length, total: all.length };
}

/** Kept answers, limited to people and roles that exist. */
export function reviveRoles(kept: unknown, people: readonly OrgPerson[]): RoleAnswers | null {
  if (typeof kept !== "object" || kept === null) return null;
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, value]): [string, RoleAnswer][] => {
      const { chosen, wrong, done } = (value ?? {}) as { chosen?: unknown; wrong?: unknown; done?: unknown };
      if (!people.some((person) => person.id === id) || !Array.isArray(chosen)) return [];
      const roles = BUYING_ROLES.filter((role) => chosen.includes(role));
      return [[id, { chosen: roles, wrong: typeof wrong === "number" ? wrong : 0, done: done === "found" || done === "shown" ? done : null }]];
    }),
  );
}
