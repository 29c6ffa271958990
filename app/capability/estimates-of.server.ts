import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Estimate } from "./estimate";
import { workOut } from "./refresh-estimates.server";

/** Per person and competency; a pair of which the ledger says nothing is not in it. */
export type Estimates = Map<string, Map<string, Estimate>>;

/**
 * What the ledger comes to for these people, by the ages at `at`. A past `at` gives the figures of then: only what was
 * recorded by then, with the priors of then. Lists and dashboards read the cache `capability_estimate` instead.
 */
export async function estimatesOf(db: Kysely<DB>, personIds: readonly string[], { at }: { at: Date }): Promise<Estimates> {
  const estimates: Estimates = new Map();
  for (const { personId, competency, estimate } of await workOut(db, { personIds, at, knownAt: at })) {
    estimates.set(personId, (estimates.get(personId) ?? new Map<string, Estimate>()).set(competency, estimate));
  }
  return estimates;
}
