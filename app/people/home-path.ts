import type { Actor, Role } from "./actor";

const HOMES: readonly [Role, string][] = [
  ["learner", "/learn"],
  ["instructor", "/teach"],
  ["examiner", "/defend"],
  ["manager", "/lead"],
  ["executive", "/lead"],
  ["administrator", "/admin/people"],
];

/** Where a person starts: the place of the first role they hold, in the order above; their account when they hold none. */
export function homePath(actor: Pick<Actor, "grants">): string {
  const held = new Set(actor.grants.map((grant) => grant.role));
  return HOMES.find(([role]) => held.has(role))?.[1] ?? "/account";
}
