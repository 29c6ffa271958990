import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";

/** Days back from the day shown in which an observation, or a sheet on a deal, counts. */
export const RECENT_DAYS = 30;

/** Who learned in these teams at the end of `day`: everything is dated, so that it answers for past days too. */
const membersOn = (teamIds: readonly string[], day: string) => sql`
  select m.person_id, m.team_id from team_membership m
  where m.team_id = any(${teamIds}::uuid[]) and m.valid_from < ${day}::date + 1 and (m.valid_to is null or m.valid_to >= ${day}::date + 1)
    and exists (select 1 from person p where p.id = m.person_id and p.state <> 'suspended')
    and exists (select 1 from role_grant g where g.person_id = m.person_id and g.role = 'learner' and (g.revoked_at is null or g.revoked_at >= ${day}::date + 1))`;

/** Whether the person `one` had passed a defense by the end of `day`. */
const certifiedBy = (day: string) => sql`exists (select 1 from enrolment e join progress c on c.enrolment_id = e.id where e.person_id = one.person_id and c.step = 'defense' and c.state = 'passed' and c.since < ${day}::date + 1)`;

/** What was done in the field, per team. */
export interface FieldActs {
  teamId: string;
  /** Certified people with a tool sheet, added or changed in the last 30 days, on a deal of theirs that was open. */
  withSheet: number;
  /** People whom a manager observed in the last 30 days (a coaching note that was not withdrawn). */
  coached: number;
}

/** Teams in which nothing was done are not in it. Begins with the few who did something, whatever the size of the company. */
export async function fieldActs(db: Kysely<DB>, teamIds: readonly string[], day: string): Promise<FieldActs[]> {
  const { rows } = await sql<FieldActs>`
    with on_deals as materialized (
      select distinct d.owner_id as person_id from deal_sheet s join deal d on d.id = s.deal_id join sheet x on x.id = s.sheet_id
      where d.opened_on <= ${day}::date and (d.closed_on is null or d.closed_on > ${day}::date) and s.added_at < ${day}::date + 1 and (s.removed_at is null or s.removed_at >= ${day}::date + 1)
        and (s.added_at >= ${day}::date - ${RECENT_DAYS}::int or x.changed_at >= ${day}::date - ${RECENT_DAYS}::int)
    ), coached as materialized (
      select distinct n.person_id from coaching_note n
      where n.observed_on > ${day}::date - ${RECENT_DAYS}::int and n.observed_on <= ${day}::date and (n.withdrawn_at is null or n.withdrawn_at >= ${day}::date + 1)
    ), acts as (
      select person_id, true as sheet, false as coached from on_deals one where ${certifiedBy(day)} union all select person_id, false, true from coached
    )
    select m.team_id as "teamId", (count(*) filter (where a.sheet))::int as "withSheet", (count(*) filter (where a.coached))::int as coached
    from acts a join (${membersOn(teamIds, day)}) m on m.person_id = a.person_id group by m.team_id`.execute(db);
  return rows;
}

/** How many learned in each team at the end of a day, and how many of them had passed a defense by then. */
export async function peopleOn(db: Kysely<DB>, teamIds: readonly string[], day: string): Promise<{ teamId: string; people: number; certified: number }[]> {
  const { rows } = await sql<{ teamId: string; people: number; certified: number }>`
    select one.team_id as "teamId", count(*)::int as people, (count(*) filter (where ${certifiedBy(day)}))::int as certified from (${membersOn(teamIds, day)}) one group by one.team_id`.execute(db);
  return rows;
}
