import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { BUYING_ROLES, type Money, OPEN_STAGES, type OpenStage } from "~/deals";
import type { StageLimits } from "~/deals/index.server";
import { sheetsExpected, urgency } from "./meeting";
import { CAMPS } from "./roadbooks.server";

/** What a funnel counts of an open deal, and what the order of deals goes by. There may be thousands. */
export interface RankedDeal {
  id: string;
  stage: OpenStage;
  amount: Money;
  daysInStage: number;
  /** Days past the deadline of its stage; see `deadlineOf`. */
  deadline: { over: number };
}

interface Row {
  id: string;
  stage: OpenStage;
  minor: string;
  currency: string;
  days: number;
  over: number;
  actionOver: boolean;
  roles: number;
  problems: number;
  missing: number;
}

/** All open deals of the people in these teams, those that need the meeting most first. */
export async function rankedDeals(db: Kysely<DB>, teamIds: readonly string[], limits: StageLimits, today: string): Promise<RankedDeal[]> {
  if (teamIds.length === 0) return [];
  const byStage = (value: (stage: OpenStage) => ReturnType<typeof sql>) => sql`case d.stage ${sql.join(OPEN_STAGES.map((stage) => sql`when ${stage} then ${value(stage)}`), sql` `)} end`;
  const { rows } = await sql<Row>`
    with own as materialized (
      select d.id, d.stage, d.stage_since, d.amount_minor, d.currency, d.next_action is null or d.next_action_due < ${today}::date as action_over,
        ${byStage((stage) => sql`${limits[stage]}::int`)} as days, ${byStage((stage) => sql`${CAMPS[stage]}::text`)} as camp, ${byStage((stage) => sql`${sheetsExpected(stage)}::text[]`)} as expected
      from deal d
      where d.closed_on is null and d.owner_id in (select m.person_id from team_membership m where m.team_id = any(${[...teamIds]}::uuid[]) and tstzrange(m.valid_from, m.valid_to) @> now())
    ), sheets as (
      select o.id, sum(s.problem_count)::int as problems, count(distinct s.definition_key) filter (where s.definition_key = any(o.expected))::int as there,
        -- The roadbook that was changed last counts, and only where it names a day.
        (array_agg(jsonb_path_query_first(s.content, '$.tables.stages[*] ? (@.id == $camp).cells.deadline', jsonb_build_object('camp', o.camp)) #>> '{}' order by s.changed_at desc) filter (where s.definition_key = 'deal-roadbook'))[1] as roadbook
      from own o join deal_sheet ds on ds.deal_id = o.id and ds.removed_at is null join sheet s on s.id = ds.sheet_id group by o.id
    ), roles as (
      select o.id, count(distinct p.role)::int as filled from own o join deal_person p on p.deal_id = o.id and p.removed_at is null group by o.id
    )
    select o.id, o.stage, o.amount_minor::text as minor, o.currency, ${today}::date - o.stage_since as days,
      greatest(0, ${today}::date - case when s.roadbook ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then s.roadbook::date else o.stage_since + o.days end) as over,
      o.action_over as "actionOver", coalesce(r.filled, 0) as roles, coalesce(s.problems, 0) as problems, cardinality(o.expected) - coalesce(s.there, 0) as missing
    from own o left join sheets s on s.id = o.id left join roles r on r.id = o.id
    order by o.stage_since, o.id`.execute(db);
  return rows
    .map((row) => ({ row, urgency: urgency({ overDays: row.over, missingRoles: BUYING_ROLES.length - row.roles, missingSheets: row.missing, methodProblems: row.problems, nextActionOver: row.actionOver }) }))
    .sort((a, b) => b.urgency - a.urgency)
    .map(({ row: { id, stage, minor, currency, days, over } }) => ({ id, stage, amount: { minor, currency }, daysInStage: days, deadline: { over } }));
}
