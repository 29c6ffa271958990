import type { Actor, Role } from "./actor";

/** What can be allowed, and to which roles. The one table that routes, queries and pages share. */
export const PERMISSIONS = {
  /** Study: own road, own attempts. Which cohorts, is a matter of enrolment. */
  "learn": ["learner"],
  "cohort:list": ["instructor", "administrator"],
  "cohort:create": ["instructor", "administrator"],
  /** See a cohort's grid, evidence and calendar. */
  "cohort:view": ["instructor", "administrator"],
  /** Chapters, calendar, gates, enrolment. */
  "cohort:manage": ["instructor", "administrator"],
  /** Mark, record, waive, reopen, run the class. */
  "cohort:teach": ["instructor"],
  "defense:sit": ["examiner"],
  /** The progress of the people in the teams below. */
  "team:progress": ["manager", "executive", "administrator"],
  /** Who rates how, over a season of defenses. */
  "raters:view": ["instructor", "executive", "administrator"],
  /** Have deals of one's own and work on them. */
  "deal:work": ["learner", "manager"],
  /** Open the list of deals: own ones, or those of the people below. */
  "deal:list": ["learner", "manager", "executive"],
  /** See the deals of the people below, without a hand in them. */
  "deal:view": ["manager", "executive"],
  /** Confirm, coach and lead the sales meeting of the teams below. */
  "field:coach": ["manager"],
  /** Capability and effects over the teams below, down to the evidence. */
  "dashboard:view": ["manager", "executive", "administrator"],
  "people:manage": ["administrator"],
  "audit:read": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Where a permission is wanted. `any`: somewhere at all (lists, which the query then narrows). */
export type Scope =
  | { kind: "any" }
  | { kind: "company" }
  | { kind: "team"; teamId: string }
  | { kind: "cohort"; cohortId: string; /** the cohort's team, where known */ teamId: string | null };

/** Whether `actor` holds `permission` in `scope`: by a role for the company, for a team above it, or for that cohort. */
export function holds(actor: Actor, permission: Permission, scope: Scope): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return actor.grants.some((grant) => {
    if (!roles.includes(grant.role)) return false;
    if (grant.scope === "company" || scope.kind === "any") return true;
    if (grant.scope === "team") return (scope.kind === "team" || scope.kind === "cohort") && scope.teamId !== null && grant.teamIds.includes(scope.teamId);
    return scope.kind === "cohort" && grant.cohortId === scope.cohortId;
  });
}

/** The reach of a permission, for queries: everything, or these cohorts and teams. */
export type Reach = { all: true } | { all: false; cohortIds: string[]; teamIds: string[] };

/** How far `permission` reaches for `actor`. Empty lists reach nothing: a forgotten check returns nothing. */
export function reachOf(actor: Actor, permission: Permission): Reach {
  const roles: readonly Role[] = PERMISSIONS[permission];
  const grants = actor.grants.filter((grant) => roles.includes(grant.role));
  if (grants.some((grant) => grant.scope === "company")) return { all: true };
  return {
    all: false,
    cohortIds: grants.flatMap((grant) => (grant.scope === "cohort" ? [grant.cohortId] : [])),
    teamIds: [...new Set(grants.flatMap((grant) => (grant.scope === "team" ? grant.teamIds : [])))],
  };
}
