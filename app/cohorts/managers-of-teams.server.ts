import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";

/** A person by name, in both scripts. */
export interface KnownPerson {
  id: string;
  name: string;
  nameLatin: string | null;
}

/** The managers of each team, or of the nearest team above it that has one. */
export async function managersOfTeams(db: Kysely<DB>, teamIds: readonly string[]): Promise<Map<string, KnownPerson[]>> {
  if (teamIds.length === 0) return new Map();
  const { rows } = await sql<KnownPerson & { teamId: string }>`
    with recursive above as (
      select t.id as origin, t.id, t.parent_id, 0 as height from team t where t.id = any(${teamIds}::uuid[])
      union all select above.origin, t.id, t.parent_id, above.height + 1 from team t join above on above.parent_id = t.id
    ), boss as (
      select above.origin, above.height, p.id, p.name, p.name_latin as "nameLatin", min(above.height) over (partition by above.origin) as nearest
      from above join role_grant g on g.team_id = above.id and g.role = 'manager' and g.revoked_at is null
      join person p on p.id = g.person_id and p.state = 'active'
    )
    select origin as "teamId", id, name, "nameLatin" from boss where height = nearest order by name`.execute(db);
  const managers = new Map<string, KnownPerson[]>();
  for (const { teamId, ...person } of rows) managers.set(teamId, [...(managers.get(teamId) ?? []), person]);
  return managers;
}
