/** What all of a learner's rounds in a chapter come to for the pipeline. */
import type { Outcome } from "~/pipeline";
import type { SalesResult } from "./result";
import { type Role, ROLES } from "./rotation";
import { isHeld, type RoundState } from "./round";

/** A part that a learner had. */
export interface PartRecord {
  role: Role;
  state: RoundState;
  /** Of the salesperson's. */
  result: SalesResult | null;
}

export interface Standing {
  /** Roles held at least once, in order. */
  held: Role[];
  /** Roles that the gate still asks for. */
  lacking: Role[];
  /** Rounds as salesperson that are over. */
  tries: number;
  passedAsSalesperson: boolean;
  outcome: Extract<Outcome, "begun" | "submitted" | "passed" | "failed" | "retracted">;
}

/**
 * Passed: as salesperson in one round at least, and all three roles held where the gate asks for it. A pass stays one,
 * whatever later tries bring. Submitted: a try is over that nobody has marked yet. Failed: every try so far was marked and
 * not enough; a further one is always possible. Begun: anything else that took place.
 */
export function rolePlayStanding(parts: readonly PartRecord[], gate: { requireAllRoles: boolean }): Standing {
  const taken = parts.filter((part) => isHeld(part.state));
  const held = ROLES.filter((role) => taken.some((part) => part.role === role));
  const tries = taken.filter((part) => part.role === "salesperson" && part.state === "done");
  const passedAsSalesperson = tries.some((part) => part.result?.passed === true);
  const wanted: readonly Role[] = gate.requireAllRoles ? ROLES : ["salesperson"];
  const lacking = wanted.filter((role) => (role === "salesperson" ? !passedAsSalesperson : !held.includes(role)));
  const base = { held, lacking, tries: tries.length, passedAsSalesperson };
  if (taken.length === 0) return { ...base, outcome: "retracted" };
  if (lacking.length === 0) return { ...base, outcome: "passed" };
  if (passedAsSalesperson || tries.length === 0) return { ...base, outcome: "begun" };
  return { ...base, outcome: tries.some((part) => part.result === null || part.result.passed === null) ? "submitted" : "failed" };
}
