import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { People } from "~/pipeline";

interface AroundRow {
  enrolmentId: string;
  party: "instructor" | "manager";
  id: string;
  name: string;
}

/**
 * Who can be waited for on the roads of these enrolments, by name: the cohort's own instructors, and the managers of the
 * learner's team (of the nearest team above that has one).
 */
export async function peopleAround(db: Kysely<DB>, enrolmentIds: readonly string[]): Promise<Map<string, People>> {
  if (enrolmentIds.length === 0) return new Map();
  const { rows } = await sql<AroundRow>`
    select e.id as "enrolmentId", 'instructor' as party, p.id, p.name
    from enrolment e
    join role_grant g on g.cohort_id = e.cohort_id and g.role = 'instructor' and g.revoked_at is null
    join person p on p.id = g.person_id and p.state = 'active'
    where e.id = any(${enrolmentIds}::uuid[])
    union all
    select e.id, 'manager', p.id, p.name
    from enrolment e
    join team_membership m on m.person_id = e.person_id and m.valid_to is null
    join lateral (
      with recursive above as (
        select t.id, t.parent_id, 0 as height from team t where t.id = m.team_id
        union all select t.id, t.parent_id, above.height + 1 from team t join above on above.parent_id = t.id
      )
      select g.person_id from above join role_grant g on g.team_id = above.id and g.role = 'manager' and g.revoked_at is null and g.person_id <> e.person_id
      where above.height = (
        select min(a.height) from above a join role_grant h on h.team_id = a.id and h.role = 'manager' and h.revoked_at is null and h.person_id <> e.person_id
      )
    ) boss on true
    join person p on p.id = boss.person_id and p.state = 'active'
    where e.id = any(${enrolmentIds}::uuid[])
    order by 4`.execute(db);
  const around = new Map<string, People>();
  for (const { enrolmentId, party, id, name } of rows) {
    const people = around.get(enrolmentId) ?? {};
    around.set(enrolmentId, { ...people, [party]: [...(people[party] ?? []), { id, name }] });
  }
  return around;
}
