import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";

/** Days back from the day shown in which an observation, or a sheet on a deal, counts. */
export const RECENT_DAYS = 30;

/** Per team, on a day. */
export interface FieldShares {
  teamId: string;
  people: number;
  /** Passed at least one defense by then. */
  certified: number;
  /** Of the certified: with a tool sheet, added or changed in the last 30 days, on a deal of theirs that was open. */
  withSheet: number;
  /** Observed by a manager in the last 30 days (a coaching note that was not withdrawn). */
  coached: number;
}

/** Of the people who learn and were in these teams on `day` (YYYY-MM-DD). Everything it looks at is dated, so that it answers for past days too. */
export async function fieldShares(db: Kysely<DB>, teamIds: readonly string[], day: string): Promise<FieldShares[]> {
  const { rows } = await sql<FieldShares>`
    with people as materialized (
      select m.person_id, m.team_id from team_membership m
      where m.team_id = any(${teamIds}::uuid[]) and m.valid_from < ${day}::date + 1 and (m.valid_to is null or m.valid_to >= ${day}::date + 1)
        and exists (select 1 from person p where p.id = m.person_id and p.state <> 'suspended')
        and exists (select 1 from role_grant g where g.person_id = m.person_id and g.role = 'learner' and (g.revoked_at is null or g.revoked_at >= ${day}::date + 1))
    ), certified as materialized (
      select distinct e.person_id from progress c join enrolment e on e.id = c.enrolment_id
      where c.step = 'defense' and c.state = 'passed' and c.since < ${day}::date + 1 and e.person_id in (select person_id from people)
    ), on_deals as materialized (
      select distinct d.owner_id as person_id from deal_sheet s join deal d on d.id = s.deal_id join sheet x on x.id = s.sheet_id
      where d.opened_on <= ${day}::date and (d.closed_on is null or d.closed_on > ${day}::date) and s.added_at < ${day}::date + 1 and (s.removed_at is null or s.removed_at >= ${day}::date + 1)
        and (s.added_at >= ${day}::date - ${RECENT_DAYS}::int or x.changed_at >= ${day}::date - ${RECENT_DAYS}::int)
    ), coached as materialized (
      select distinct n.person_id from coaching_note n
      where n.observed_on > ${day}::date - ${RECENT_DAYS}::int and n.observed_on <= ${day}::date and (n.withdrawn_at is null or n.withdrawn_at >= ${day}::date + 1)
    )
    select p.team_id as "teamId", count(*)::int as people, count(c.person_id)::int as certified, (count(d.person_id) filter (where c.person_id is not null))::int as "withSheet", count(o.person_id)::int as coached
    from people p left join certified c using (person_id) left join on_deals d using (person_id) left join coached o using (person_id)
    group by p.team_id`.execute(db);
  return rows;
}
