import { type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds, type Permission, reachOf } from "~/people";
import type { DealRight } from "./deal";

/**
 * What `actor` may do with a deal: `work` as its salesperson, `coach` as a manager of a team at or above the salesperson's,
 * `read` as an executive there; null when it is none of theirs, or there is none.
 */
export async function dealRight(db: Kysely<DB>, actor: Actor, dealId: string): Promise<DealRight | null> {
  const row = await db.selectFrom("deal as d").select(rightOf(actor, "d.owner_id").as("right")).where("d.id", "=", dealId).executeTakeFirst();
  return row?.right ?? null;
}

/** The right that `actor` has over what belongs to the person in column `owner`, as a fragment; null is none. */
export function rightOf(actor: Actor, owner: "d.owner_id" | "a.owner_id" | "r.owner_id") {
  const column = sql.ref(owner);
  const own = holds(actor, "deal:work", { kind: "any" }) ? sql<SqlBool>`${column} = ${actor.id}` : sql<SqlBool>`false`;
  return sql<DealRight | null>`case when ${own} then 'work' when ${below(actor, "field:coach", column)} then 'coach' when ${below(actor, "deal:view", column)} then 'read' end`;
}

/** Whether `actor` sees what belongs to the person in column `owner`, as a condition: the people are found once, not for each row. */
export function visibleTo(actor: Actor, owner: "d.owner_id" | "a.owner_id" | "r.owner_id") {
  const column = sql.ref(owner);
  const reaches = [reachOf(actor, "field:coach"), reachOf(actor, "deal:view")];
  if (reaches.some(({ all }) => all)) return sql<SqlBool>`true`;
  const teamIds = [...new Set(reaches.flatMap((reach) => (reach.all ? [] : reach.teamIds)))];
  const own = holds(actor, "deal:work", { kind: "any" }) ? sql<SqlBool>`${column} = ${actor.id}` : sql<SqlBool>`false`;
  if (teamIds.length === 0) return own;
  return sql<SqlBool>`(${own} or ${column} in (select tm.person_id from team_membership tm where tm.valid_to is null and tm.team_id = any(${teamIds}::uuid[])))`;
}

/** Whether the person in `column` is now in a team where `permission` reaches. */
function below(actor: Actor, permission: Permission, column: ReturnType<typeof sql.ref>) {
  const reach = reachOf(actor, permission);
  if (reach.all) return sql<SqlBool>`true`;
  if (reach.teamIds.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`exists (select from team_membership tm where tm.person_id = ${column} and tm.valid_to is null and tm.team_id = any(${reach.teamIds}::uuid[]))`;
}
