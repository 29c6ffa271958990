import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";

export interface KnownExaminer {
  personId: string;
  name: string;
  nameLatin: string | null;
  title: string | null;
}

/** Who may examine learners of a cohort: examiners of the company, of a team above the cohort's, or of the cohort itself. By name. */
export async function knownExaminers(db: Kysely<DB>, cohortId: string): Promise<KnownExaminer[]> {
  const { rows } = await sql<KnownExaminer>`
    with recursive above as (
      select t.id, t.parent_id from team t join cohort c on c.team_id = t.id where c.id = ${cohortId}
      union all select t.id, t.parent_id from team t join above on above.parent_id = t.id
    )
    select p.id as "personId", p.name, p.name_latin as "nameLatin", p.title
    from person p
    where p.state = 'active' and exists (
      select 1 from role_grant g where g.person_id = p.id and g.role = 'examiner' and g.revoked_at is null
        and (g.scope_kind = 'company' or g.cohort_id = ${cohortId} or g.team_id in (select id from above)))
    order by p.name, p.id`.execute(db);
  return rows;
}
