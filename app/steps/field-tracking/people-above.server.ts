import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Above } from "./escalation";

/** Everybody who can be told about each of these people: managers and executives of the teams at and above theirs or of the company, and the administrators. */
export async function peopleAbove(db: Kysely<DB>, personIds: readonly string[]): Promise<Map<string, Above[]>> {
  const above = new Map<string, Above[]>();
  if (personIds.length === 0) return above;
  const { rows } = await sql<Above & { learnerId: string }>`
    with recursive chain as (
      select m.person_id as learner_id, t.id, t.parent_id, 0 as height from team_membership m join team t on t.id = m.team_id where m.valid_to is null and m.person_id = any(${[...personIds]}::uuid[])
      union all select chain.learner_id, t.id, t.parent_id, chain.height + 1 from chain join team t on t.id = chain.parent_id
    )
    select chain.learner_id as "learnerId", g.person_id as "personId", g.role, chain.height
    from chain join role_grant g on g.team_id = chain.id and g.scope_kind = 'team' and g.role in ('manager', 'executive') and g.revoked_at is null
    join person p on p.id = g.person_id and p.state = 'active'
    union all
    select wanted.id, g.person_id, g.role, null
    from unnest(${[...personIds]}::uuid[]) as wanted (id)
    join role_grant g on g.scope_kind = 'company' and g.role in ('manager', 'executive', 'administrator') and g.revoked_at is null
    join person p on p.id = g.person_id and p.state = 'active'`.execute(db);
  for (const { learnerId, ...person } of rows) above.set(learnerId, [...(above.get(learnerId) ?? []), person]);
  return above;
}
