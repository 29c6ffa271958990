/** Priors: which one a person's estimate starts from, and bringing them up to date. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Prior } from "./estimate";
import { PRIOR } from "./weights";

/** The prior that an estimate took, with whose it is: a cohort's, the company's, or nobody's (people 0). */
export interface TakenPrior extends Prior {
  cohortId: string | null;
  people: number;
}

export type PriorLookup = (cohortId: string | null, competency: string) => TakenPrior;

/** Nobody to learn from. */
export const NO_PRIOR: TakenPrior = { mean: PRIOR.mean, strength: PRIOR.strength, cohortId: null, people: 0 };

/** The priors that held at `at`: the cohort's, else the company's, else the default. */
export async function loadPriors(db: Kysely<DB>, { cohortIds, competencies, at }: { cohortIds: readonly string[]; competencies: readonly string[]; at: Date }): Promise<PriorLookup> {
  if (competencies.length === 0) return () => NO_PRIOR;
  const rows = await db
    .selectFrom("capability_prior")
    .distinctOn(["competency", "cohort_id"])
    .select(["cohort_id", "competency", "mean", "strength", "people"])
    .where("competency", "in", competencies)
    .where((eb) => (cohortIds.length === 0 ? eb("cohort_id", "is", null) : eb.or([eb("cohort_id", "is", null), eb("cohort_id", "in", cohortIds)])))
    .where("at", "<=", at)
    .orderBy("competency")
    .orderBy("cohort_id")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
  const found = new Map(rows.map(({ cohort_id: cohortId, competency, mean, strength, people }) => [`${cohortId ?? ""} ${competency}`, { mean, strength, people, cohortId }]));
  const usable = (prior: TakenPrior | undefined) => (prior !== undefined && prior.people >= PRIOR.minPeople ? prior : undefined);
  return (cohortId, competency) => usable(found.get(`${cohortId ?? ""} ${competency}`)) ?? usable(found.get(` ${competency}`)) ?? NO_PRIOR;
}
