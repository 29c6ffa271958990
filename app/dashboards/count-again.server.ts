import { type Kysely, sql, type Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { STEPS } from "~/pipeline";
import { READY_AT, RULE } from "./ready";

/** Queue rows taken at once. */
const ROWS_AT_ONCE = 20_000;
/** Teams counted in one transaction: by the job, and by a reader, who leaves the rest to the job. */
const TEAMS_AT_ONCE = { job: 50, reader: 3 } as const;

/** Counters take turns on this lock; writers never touch it. */
const LOCK = 1_604_202_611;

/** Whether the whole queue was counted, a part of it, or none because another process is at it. */
export async function countAgain(db: Kysely<DB>, who: keyof typeof TEAMS_AT_ONCE): Promise<"all" | "part" | "busy"> {
  return inTransaction(db, "count tallies again", async (trx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(trx);
    if (!rows[0]?.mine) return "busy";
    await obeyRule(trx);
    const { teamIds, taken } = await takeQueue(trx);
    const now = teamIds.slice(0, TEAMS_AT_ONCE[who]);
    const later = teamIds.slice(TEAMS_AT_ONCE[who]);
    if (later.length > 0) await sql`insert into tally_queue (team_id) select unnest(${later}::uuid[])`.execute(trx);
    if (now.length > 0) await countTeams(trx, now);
    return later.length === 0 && taken < ROWS_AT_ONCE ? "all" : "part";
  });
}

/** The job: counts until nothing is left, or somebody else is at it. */
export async function countAll(db: Kysely<DB>): Promise<void> {
  while ((await countAgain(db, "job")) === "part");
}

/** For whoever is about to look: counts what little there is, so that figures are of this moment; a long queue is the job's. */
export async function countWhatIsNew(db: Kysely<DB>): Promise<void> {
  const waiting = await db.selectFrom("tally_queue").select("id").limit(1).executeTakeFirst();
  if (waiting) await countAgain(db, "reader");
}

async function obeyRule(trx: Transaction<DB>): Promise<void> {
  const { rows } = await sql`
    insert into tally_rule as held (rule) values (${RULE})
    on conflict (singular) do update set rule = excluded.rule where held.rule <> excluded.rule
    returning 1`.execute(trx);
  if (rows.length > 0) await sql`insert into tally_queue (team_id) select id from team`.execute(trx);
}

/**
 * Takes rows off the queue and answers their teams. A person's team is looked up only now: had it been written down with
 * the row, a move that commits in between would be missed. What commits after this has rows of its own.
 */
async function takeQueue(trx: Transaction<DB>): Promise<{ teamIds: string[]; taken: number }> {
  const { rows } = await sql<{ personIds: string[]; teamIds: string[]; taken: number }>`
    with taken as (delete from tally_queue where id in (select id from tally_queue order by id limit ${ROWS_AT_ONCE}) returning person_id, team_id)
    select coalesce(array_agg(distinct person_id) filter (where person_id is not null), '{}') as "personIds",
      coalesce(array_agg(distinct team_id) filter (where team_id is not null), '{}') as "teamIds", count(*)::int as taken from taken`.execute(trx);
  const { personIds = [], teamIds = [], taken = 0 } = rows[0] ?? {};
  // A statement of its own: its snapshot is later than that of the rows taken.
  const { rows: teams } = await sql<{ id: string }>`
    select team_id as id from team_membership where valid_to is null and person_id = any(${personIds}::uuid[])
    union select id from team where id = any(${teamIds}::uuid[]) order by 1`.execute(trx);
  return { teamIds: teams.map(({ id }) => id), taken };
}

/** The people who are counted: in a team today, with the role of a learner, not suspended. `m` is their membership. */
export const COUNTED = sql`m.valid_to is null
  and exists (select 1 from person p where p.id = m.person_id and p.state <> 'suspended')
  and exists (select 1 from role_grant g where g.person_id = m.person_id and g.role = 'learner' and g.revoked_at is null)`;

/** Counts these teams from scratch. */
async function countTeams(trx: Transaction<DB>, teamIds: readonly string[]): Promise<void> {
  for (const table of ["team_tally", "capability_tally", "road_tally"] as const) await sql`delete from ${sql.table(table)} where team_id = any(${teamIds}::uuid[])`.execute(trx);
  await sql`
    insert into team_tally (team_id, people, certified)
    select m.team_id, count(*), count(*) filter (where exists (
      select 1 from enrolment e join progress c on c.enrolment_id = e.id and c.step = 'defense' and c.state = 'passed' where e.person_id = m.person_id))
    from team_membership m where m.team_id = any(${teamIds}::uuid[]) and ${COUNTED} group by m.team_id`.execute(trx);
  await sql`
    insert into capability_tally (team_id, competency, ready, not_ready, unsure)
    select m.team_id, c.competency, count(*) filter (where c.low >= ${READY_AT}), count(*) filter (where c.high < ${READY_AT}), count(*) filter (where c.low < ${READY_AT} and c.high >= ${READY_AT})
    from team_membership m join capability_estimate c on c.person_id = m.person_id and c.state = 'estimate'
    where m.team_id = any(${teamIds}::uuid[]) and ${COUNTED} group by m.team_id, c.competency`.execute(trx);
  await sql`
    insert into road_tally (team_id, cohort_id, chapter_slug, step, roads, reached, done, failed, done_seconds, open, open_since, wait_learner, wait_instructor, wait_examiner, wait_manager)
    select team_id, cohort_id, chapter_slug, step, count(*), count(*) filter (where reached), count(*) filter (where done), count(*) filter (where state = 'failed'),
      coalesce(sum(greatest(0, extract(epoch from since - turn))) filter (where done), 0)::bigint,
      count(*) filter (where open), coalesce(sum(extract(epoch from turn)) filter (where open), 0)::bigint,
      count(*) filter (where open and waiting_for = 'learner'), count(*) filter (where open and waiting_for = 'instructor'),
      count(*) filter (where open and waiting_for = 'examiner'), count(*) filter (where open and waiting_for = 'manager')
    from (${cellsOf(teamIds)}) cell
    group by team_id, cohort_id, chapter_slug, step`.execute(trx);
}

/** Every step of every road of these teams' people, with the moment its turn came: what lies before it was done, and its date had come. */
function cellsOf(teamIds: readonly string[]) {
  return sql`
    select m.team_id, e.cohort_id, c.chapter_slug, c.step, c.state, c.since, c.waiting_for,
      c.state <> 'locked' as reached, c.state in ('passed', 'waived') as done,
      c.state in ('available', 'in-progress', 'awaiting-review', 'failed') and c.waiting_for in ('learner', 'instructor', 'examiner', 'manager') as open,
      greatest(coalesce(max(c.since) filter (where c.state in ('passed', 'waived')) over before, e.enrolled_at), c.opens_at) as turn
    from team_membership m
    join enrolment e on e.person_id = m.person_id and e.left_at is null
    join cohort k on k.id = e.cohort_id and k.state <> 'draft'
    join progress c on c.enrolment_id = e.id and c.included
    where m.team_id = any(${teamIds}::uuid[]) and ${COUNTED}
    window before as (partition by c.enrolment_id, c.chapter_slug order by array_position(${[...STEPS]}::text[], c.step) rows between unbounded preceding and 1 preceding)`;
}
