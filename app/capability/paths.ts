/** Addresses of this room's pages. The routes are wired to them by `app/routes`. */
import type { Competency } from "./competency";

/** One's own capability. */
export const OWN_CAPABILITY_PATH = "/capability";
export const RATE_SELF_PATH = "/capability/rate";

/** A person's capability, for those who may see it. */
export function capabilityPath(personId: string): string {
  return `/capability/${personId}`;
}

/** One figure with the rows it is made of. */
export function figurePath(personId: string, competency: Competency): string {
  return `${capabilityPath(personId)}/${competency}`;
}

/** Spaced review of missed questions. */
export const REVIEW_PATH = "/learn/review";
