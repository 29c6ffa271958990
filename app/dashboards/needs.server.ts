import { type Kysely, sql } from "kysely";
import { KINDS } from "~/capability";
import type { DB } from "~/db/schema";
import { betaInterval } from "~/statistics";
import { READY_AT } from "./ready";

/** The interval of an estimate (app/capability/weights.ts). */
const COVERAGE = 0.8;
/** More applications than this are no plan. */
const AT_MOST = 12;

/**
 * How many confirmed field applications, gone well, would make a typical person ready who is not: the person in the middle (median
 * evidence for and against) of those in these teams with a figure that is not above the line. Null where there is nobody.
 */
export async function applicationsToReady(db: Kysely<DB>, teamIds: readonly string[], competencies: readonly string[]): Promise<Map<string, number | null>> {
  if (competencies.length === 0) return new Map();
  const { rows } = await sql<{ competency: string; alpha: number; beta: number }>`
    select c.competency, percentile_cont(0.5) within group (order by c.alpha) as alpha, percentile_cont(0.5) within group (order by c.beta) as beta
    from team_membership m join capability_estimate c on c.person_id = m.person_id and c.competency = any(${competencies}::text[])
    where m.valid_to is null and m.team_id = any(${teamIds}::uuid[]) and c.state = 'estimate' and c.low < ${READY_AT}
    group by c.competency`.execute(db);
  return new Map(rows.map(({ competency, alpha, beta }) => [competency, applicationsFrom(alpha, beta)]));
}

/** The smallest number of successes, each worth what a field application is, that lifts the lower end to the line. */
export function applicationsFrom(alpha: number, beta: number): number | null {
  const { weight } = KINDS["field-application"];
  for (let count = 1; count <= AT_MOST; count++) if (betaInterval(alpha + weight * count, beta, COVERAGE).low >= READY_AT) return count;
  return null;
}
