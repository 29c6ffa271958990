import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";

/** A team and all below it that are not closed, as ids. */
export async function teamAndBelow(db: Kysely<DB>, teamId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from team where id = ${teamId}
      union all select t.id from team t join below on t.parent_id = below.id where t.closed_at is null
    ) select id from below`.execute(db);
  return rows.map(({ id }) => id);
}

/** Somebody of a team. */
export interface TeamMember {
  id: string;
  name: string;
  nameLatin: string | null;
  teamId: string;
}

/** Who belongs to these teams now, by name. */
export async function peopleOfTeams(db: Kysely<DB>, teamIds: readonly string[]): Promise<TeamMember[]> {
  if (teamIds.length === 0) return [];
  return db
    .selectFrom("team_membership as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["p.id", "p.name", "p.name_latin as nameLatin", "m.team_id as teamId"])
    .distinct()
    .where("m.team_id", "in", [...teamIds])
    .where("m.valid_to", "is", null)
    .where("p.state", "!=", "suspended")
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}
