import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DB } from "~/db/schema";
import { groupBy } from "./group-by";
import { answerOf, type EffectAnswer, type Metric, METRICS, type TeamMonths } from "./effect";

/** Whole months looked at, up to the last that is over. */
export const MONTHS = 30;
/** A deal counts as moved on when it left the stage forwards within so many days; younger entries are not judged. */
export const MOVED_ON_DAYS = 60;

interface Cell {
  teamId: string;
  month: number;
  value: number;
  cases: number;
}

/** Answers per metric for the teams given: all of a company, or of a region. */
export async function effectAnswers(db: Kysely<DB>, teamIds: readonly string[], { today }: { today: string }): Promise<Map<Metric, EffectAnswer>> {
  const [starts, ...cells] = await Promise.all([startMonths(db, teamIds, today), ...METRICS.map((metric) => cellsOf(db, metric, teamIds, today))]);
  return new Map(METRICS.map((metric, at) => [metric, answerOf(panelOf(teamIds, starts, cells[at]!))]));
}

function panelOf(teamIds: readonly string[], starts: ReadonlyMap<string, number>, cells: readonly Cell[]): TeamMonths[] {
  const byTeam = groupBy(cells, ({ teamId }) => teamId);
  return teamIds.flatMap((teamId) => {
    const own = byTeam.get(teamId);
    if (!own) return [];
    const values = Array.from({ length: MONTHS }, (): number | null => null);
    const cases = Array.from({ length: MONTHS }, () => 0);
    for (const { month, value, cases: n } of own) [values[month], cases[month]] = [value, n];
    return [{ teamId, start: starts.get(teamId) ?? null, values, cases }];
  });
}

/** Index of the month of `day` (a date expression): 0 is the first of MONTHS, MONTHS − 1 the last that is over. */
function monthOf(day: RawBuilder<unknown>, today: string): RawBuilder<number> {
  return sql<number>`(${MONTHS}::int - 1 + ((extract(year from ${day}) - extract(year from ${today}::date)) * 12 + extract(month from ${day}) - extract(month from ${today}::date) + 1)::int)`;
}

/**
 * The month in which each team began: that of its first cohort in which at least half of the people who were learners of the team
 * on the cohort's first day took part. Teams that have not are not in it.
 */
async function startMonths(db: Kysely<DB>, teamIds: readonly string[], today: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ teamId: string; month: number }>`
    with took_part as (
      select m.team_id, c.id, c.starts_on, count(*) as n
      from cohort c join enrolment e on e.cohort_id = c.id join team_membership m on m.person_id = e.person_id and m.valid_from < c.starts_on + 1 and (m.valid_to is null or m.valid_to >= c.starts_on)
      where c.state <> 'draft' and c.starts_on <= ${today}::date and m.team_id = any(${teamIds}::uuid[]) group by m.team_id, c.id
    )
    select t.team_id as "teamId", ${monthOf(sql`min(t.starts_on)`, today)} as month
    from took_part t
    where 2 * t.n >= (
      select count(*) from team_membership m where m.team_id = t.team_id and m.valid_from < t.starts_on + 1 and (m.valid_to is null or m.valid_to >= t.starts_on)
        and exists (select 1 from role_grant g where g.person_id = m.person_id and g.role = 'learner' and (g.revoked_at is null or g.revoked_at >= t.starts_on)))
    group by t.team_id`.execute(db);
  return new Map(rows.map(({ teamId, month }) => [teamId, month]));
}

/** What happened on which day to whose deal, one row per case: `day`, `owner_id`, `value`. */
const CASES: Record<Metric, (today: string) => RawBuilder<unknown>> = {
  // Of the deals closed in the month, the share won.
  "win-rate": () => sql`select closed_on as day, owner_id, case stage when 'won' then 1.0 else 0.0 end as value from deal where closed_on is not null`,
  // Days from the first contact to the order, of the deals won in the month.
  "cycle-time": () => sql`select closed_on as day, owner_id, (closed_on - opened_on)::float8 as value from deal where stage = 'won'`,
  // Of the stages entered in the month, the share left forwards in time.
  "stage-conversion": (today) => sql`
    select h.entered_on as day, d.owner_id, case when h.left_on - h.entered_on <= ${MOVED_ON_DAYS}::int and h.next_stage <> 'lost' and array_position(s.stages, h.next_stage) > array_position(s.stages, h.stage) then 1.0 else 0.0 end as value
    from (select *, lead(stage) over (partition by deal_id order by entered_on, change_id) as next_stage from deal_stage_history) h
    join deal d on d.id = h.deal_id, (select array['contact', 'find', 'qualify', 'clarify', 'proposal', 'won'] as stages) s
    where h.stage not in ('won', 'lost') and h.entered_on <= ${today}::date - ${MOVED_ON_DAYS}::int`,
  // Days from the invoice to the payment, of the payments booked in the month.
  "receivable-days": () => sql`
    select p.booked_on as day, r.owner_id, (p.booked_on - r.issued_on)::float8 as value from receivable_entry p join receivable r on r.id = p.receivable_id where p.kind = 'payment' and p.amount_minor > 0`,
};

/** Team by month: the team is that of the deal's owner on that day. */
async function cellsOf(db: Kysely<DB>, metric: Metric, teamIds: readonly string[], today: string): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select m.team_id as "teamId", ${monthOf(sql`c.day`, today)} as month, avg(c.value)::float8 as value, count(*)::int as cases
    from (${CASES[metric](today)}) c
    join team_membership m on m.person_id = c.owner_id and m.valid_from < c.day + 1 and (m.valid_to is null or m.valid_to >= c.day)
    where m.team_id = any(${teamIds}::uuid[])
      and c.day >= date_trunc('month', ${today}::date) - make_interval(months => ${MONTHS}::int) and c.day < date_trunc('month', ${today}::date)
    group by 1, 2`.execute(db);
  return rows;
}
