/** The only writer of `capability_estimate`: a cache of what the ledger comes to. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { LedgerLine } from "./entry";
import { type Estimate, estimateOf, type Posterior, posteriorOf, weigh, type WeighedLine } from "./estimate";
import { ledgerLines } from "./ledger.server";
import { loadPriors, type TakenPrior } from "./priors.server";
import { METHOD, VIEWS_IN_FIGURE } from "./weights";

/** A person's figure in one competency with everything it was made of. */
export interface WorkedOut {
  personId: string;
  competency: string;
  lines: WeighedLine[];
  prior: TakenPrior;
  posterior: Posterior;
  estimate: Estimate;
  /** The cohort of the newest evidence: whose prior was looked for. */
  cohortId: string | null;
  newestAt: Date | null;
}

/** Estimates from the ledger itself; people and competencies of which it says nothing are not in it. `at` counts ages and picks the prior. */
export async function workOut(db: Kysely<DB>, { personIds, competencies, at, knownAt }: { personIds: readonly string[]; competencies?: readonly string[]; at: Date; knownAt?: Date }): Promise<WorkedOut[]> {
  const lines = await ledgerLines(db, { personIds, ...(competencies === undefined ? {} : { competencies }), ...(knownAt === undefined ? {} : { knownAt }) });
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines.filter(({ view }) => VIEWS_IN_FIGURE.includes(view))) {
    const key = `${line.personId} ${line.competency}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const newest = new Map([...groups].map(([key, group]) => [key, newestCohort(group)]));
  const priors = await loadPriors(db, { cohortIds: [...new Set([...newest.values()].filter((id) => id !== null))], competencies: [...new Set(lines.map((line) => line.competency))], at });
  return [...groups].map(([key, group]) => {
    const { personId = "", competency = "" } = group[0] ?? {};
    const cohortId = newest.get(key) ?? null;
    const prior = priors(cohortId, competency);
    const weighed = weigh(group, { at, views: VIEWS_IN_FIGURE });
    const posterior = posteriorOf(prior, weighed);
    return { personId, competency, lines: weighed, prior, posterior, estimate: estimateOf(posterior), cohortId, newestAt: group.at(-1)?.observedAt ?? null };
  });
}

function newestCohort(lines: readonly LedgerLine[]): string | null {
  return lines.findLast((line) => line.cohortId !== null)?.cohortId ?? null;
}

/** Brings these people's estimates in these competencies to what the ledger says now. Whoever calls holds the people. */
export async function refreshEstimates(trx: Transaction<DB>, touched: ReadonlyMap<string, readonly string[]>, now: Date): Promise<void> {
  if (touched.size === 0) return;
  const all = await workOut(trx, { personIds: [...touched.keys()], competencies: [...new Set([...touched.values()].flat())], at: now });
  const wanted = all.filter(({ personId, competency }) => touched.get(personId)?.includes(competency));
  const kept = new Set(wanted.map(({ personId, competency }) => `${personId} ${competency}`));
  const gone = [...touched].flatMap(([personId, competencies]) => competencies.filter((competency) => !kept.has(`${personId} ${competency}`)).map((competency) => ({ personId, competency })));
  await store(trx, wanted, now);
  for (const { personId, competency } of gone) await trx.deleteFrom("capability_estimate").where("person_id", "=", personId).where("competency", "=", competency).execute();
}

/** People taken together when everybody's estimates are counted anew. */
const AT_ONCE = 100;

/**
 * Counts the ages of the evidence anew, for those whose estimates were last counted before `before`: `AT_ONCE` people a call, those
 * longest ago first. Answers how many it took; with 0 everybody is done.
 */
export async function ageEstimates(trx: Transaction<DB>, { before, now }: { before: Date; now: Date }): Promise<number> {
  const rows = await trx.selectFrom("capability_estimate").select("person_id").where("at", "<", before).groupBy("person_id").orderBy((eb) => eb.fn.min("at")).limit(AT_ONCE).execute();
  const personIds = rows.map((row) => row.person_id);
  if (personIds.length === 0) return 0;
  await holdPeople(trx, personIds);
  const held = await trx.selectFrom("capability_estimate").select(["person_id", "competency"]).where("person_id", "in", personIds).execute();
  const touched = new Map<string, string[]>();
  for (const { person_id, competency } of held) touched.set(person_id, [...(touched.get(person_id) ?? []), competency]);
  await refreshEstimates(trx, touched, now);
  return personIds.length;
}

/** Two that write about the same person take turns, or one would not see what the other wrote. In a fixed order. */
export async function holdPeople(trx: Transaction<DB>, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended('capability ' || id, 0)) from (select id from unnest(${ids}::text[]) as id order by id) as held`.execute(trx);
}

async function store(trx: Transaction<DB>, figures: readonly WorkedOut[], now: Date): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map(({ personId, competency, prior, posterior, estimate, cohortId, newestAt }) => ({
    person_id: personId,
    competency,
    state: estimate.kind,
    alpha: posterior.alpha,
    beta: posterior.beta,
    mean: estimate.kind === "estimate" ? estimate.mean : null,
    low: estimate.kind === "estimate" ? estimate.low : null,
    high: estimate.kind === "estimate" ? estimate.high : null,
    n: posterior.n,
    rows: posterior.rows,
    cohort_id: cohortId,
    prior_mean: prior.mean,
    prior_strength: prior.strength,
    newest_at: newestAt?.toISOString() ?? null,
  }));
  await sql`
    insert into capability_estimate as held (person_id, competency, state, alpha, beta, mean, low, high, n, rows, cohort_id, prior_mean, prior_strength, newest_at, at, method)
    select person_id, competency, state, alpha, beta, mean, low, high, n, rows, cohort_id, prior_mean, prior_strength, newest_at, ${now}::timestamptz, ${METHOD}::int
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (person_id uuid, competency text, state text, alpha double precision, beta double precision, mean double precision, low double precision, high double precision, n double precision, rows int, cohort_id uuid, prior_mean double precision, prior_strength double precision, newest_at timestamptz)
    on conflict (person_id, competency) do update set
      (state, alpha, beta, mean, low, high, n, rows, cohort_id, prior_mean, prior_strength, newest_at, at, method, version)
      = (excluded.state, excluded.alpha, excluded.beta, excluded.mean, excluded.low, excluded.high, excluded.n, excluded.rows, excluded.cohort_id, excluded.prior_mean, excluded.prior_strength, excluded.newest_at, excluded.at, excluded.method, held.version + 1)`.execute(trx);
}
