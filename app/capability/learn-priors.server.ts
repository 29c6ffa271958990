import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fitPrior, type Tally } from "./fit-prior";

/** Differences below this are no news: an append-only table is not to grow by rounding. */
const TOLERANCE = 1e-3;

/**
 * Learns the priors of every cohort and of the company from the estimates as they stand, competency by competency, and writes
 * down those that moved. Estimates take them up when they are refreshed next.
 */
export async function learnPriors(trx: Transaction<DB>, now: Date): Promise<{ written: number }> {
  const rows = await trx.selectFrom("capability_estimate").select(["cohort_id", "competency", "alpha", "n", "prior_mean", "prior_strength"]).where("n", ">", 0).execute();
  const groups = new Map<string, { cohortId: string | null; competency: string; tallies: Tally[] }>();
  for (const { cohort_id, competency, alpha, n, prior_mean, prior_strength } of rows) {
    // What the lines alone come to: the posterior without its prior.
    const tally = { up: Math.max(0, alpha - prior_mean * prior_strength), n };
    for (const cohortId of cohort_id === null ? [null] : [null, cohort_id]) {
      const key = `${cohortId ?? ""} ${competency}`;
      const group = groups.get(key) ?? { cohortId, competency, tallies: [] };
      group.tallies.push(tally);
      groups.set(key, group);
    }
  }
  const before = new Map((await newest(trx, now)).map((row) => [`${row.cohort_id ?? ""} ${row.competency}`, row]));
  const fresh = [...groups.values()].flatMap(({ cohortId, competency, tallies }) => {
    const prior = fitPrior(tallies);
    const held = before.get(`${cohortId ?? ""} ${competency}`);
    if (prior === null) return [];
    const same = held !== undefined && Math.abs(held.mean - prior.mean) < TOLERANCE && Math.abs(held.strength - prior.strength) < TOLERANCE;
    return same ? [] : [{ cohort_id: cohortId, competency, ...prior, at: now }];
  });
  if (fresh.length > 0) await trx.insertInto("capability_prior").values(fresh).execute();
  return { written: fresh.length };
}

function newest(trx: Transaction<DB>, now: Date) {
  return trx
    .selectFrom("capability_prior")
    .distinctOn(["competency", "cohort_id"])
    .select(["cohort_id", "competency", "mean", "strength"])
    .where("at", "<=", now)
    .orderBy("competency")
    .orderBy("cohort_id")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
}
