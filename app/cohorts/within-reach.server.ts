import { type Expression, sql, type SqlBool } from "kysely";
import type { Reach } from "~/people";

/** Whether the cohort called `c` in the query lies within reach: named itself, or by its team. */
export function withinReach(reach: Reach): Expression<SqlBool> {
  if (reach.all) return sql<SqlBool>`true`;
  return sql<SqlBool>`(c.id = any(${reach.cohortIds}::uuid[]) or c.team_id = any(${reach.teamIds}::uuid[]))`;
}

/** The team and all teams below it, as a subquery. */
export function teamsBelow(teamId: string): Expression<string> {
  return sql<string>`(with recursive below as (select id from team where id = ${teamId} union all select t.id from team t join below b on t.parent_id = b.id) select id from below)`;
}

/** A search for part of a text, with what the person typed taken literally. */
export function likePattern(search: string): string {
  return `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
