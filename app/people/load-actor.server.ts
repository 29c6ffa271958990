import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor, Grant, Role } from "./actor";

/** A row of `ACTOR_COLUMNS`. */
export interface ActorRow {
  id: string;
  name: string;
  email: string;
  locale: "zh" | "en";
  time_zone: string;
  theme: "system" | "light" | "dark";
  grants: { role: Role; scope: "company" | "team" | "cohort"; teamIds: string[] | null; cohortId: string | null }[];
}

/**
 * What an actor is made of, of the person `p`, for queries of which that is a part (a session).
 * A team role is answered with the ids of the whole subtree below it.
 */
export const ACTOR_COLUMNS = sql`p.id, p.name, p.email, p.locale, p.time_zone, p.theme,
      coalesce((
        select json_agg(json_build_object('role', g.role, 'scope', g.scope_kind, 'cohortId', g.cohort_id, 'teamIds',
          case when g.team_id is not null then (
            with recursive below as (
              select t.id from team t where t.id = g.team_id
              union all select c.id from team c join below b on c.parent_id = b.id
            ) select json_agg(below.id) from below
          ) end))
        from role_grant g where g.person_id = p.id and g.revoked_at is null
      ), '[]'::json) as grants`;

/** The person with the rights they hold now, in one query; undefined when there is no such active person. */
export async function loadActor(db: Kysely<DB>, personId: string): Promise<Actor | undefined> {
  const { rows } = await sql<ActorRow>`select ${ACTOR_COLUMNS} from person p where p.id = ${personId} and p.state = 'active'`.execute(db);
  const [row] = rows;
  return row && actorOf(row);
}

/** The actor of a row of `ACTOR_COLUMNS`. */
export function actorOf(row: ActorRow): Actor {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
    theme: row.theme,
    grants: row.grants.map((grant): Grant => {
      if (grant.scope === "team") return { role: grant.role, scope: "team", teamIds: grant.teamIds ?? [] };
      if (grant.scope === "cohort") return { role: grant.role, scope: "cohort", cohortId: grant.cohortId! };
      return { role: grant.role, scope: "company" };
    }),
  };
}
