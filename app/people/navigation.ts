import type { Actor } from "./actor";
import { holds, type Permission } from "./permissions";

export type NavKey = "learn" | "glossary" | "sheets" | "capability" | "deals" | "cohorts" | "marking" | "defend" | "raters" | "lead" | "people" | "teams" | "mail" | "audit" | "manage";

const PLACES: readonly { key: NavKey; to: string; permission: Permission }[] = [
  { key: "learn", to: "/learn", permission: "learn" },
  { key: "sheets", to: "/sheets", permission: "learn" },
  { key: "deals", to: "/deals", permission: "deal:list" },
  { key: "capability", to: "/capability", permission: "learn" },
  { key: "cohorts", to: "/teach", permission: "cohort:list" },
  { key: "marking", to: "/marking", permission: "cohort:teach" },
  { key: "defend", to: "/defend", permission: "defense:sit" },
  { key: "raters", to: "/raters", permission: "raters:view" },
  { key: "manage", to: "/manage", permission: "field:coach" },
  { key: "lead", to: "/lead", permission: "dashboard:view" },
  { key: "people", to: "/admin/people", permission: "people:manage" },
  { key: "teams", to: "/admin/teams", permission: "people:manage" },
  { key: "mail", to: "/admin/mail", permission: "people:manage" },
  { key: "audit", to: "/admin/audit", permission: "audit:read" },
];

/** The places a person's roles open, in the order of the navigation; everybody may read the glossary. */
export function navigationOf(actor: Actor): { key: NavKey; to: string }[] {
  const open = PLACES.filter((place) => holds(actor, place.permission, { kind: "any" })).map(({ key, to }) => ({ key, to }));
  const at = open.findIndex((place) => place.key === "learn") + 1;
  return [...open.slice(0, at), { key: "glossary", to: "/glossary" }, ...open.slice(at)];
}
