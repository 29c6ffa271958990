import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, type Permission, reachOf } from "~/people";
import type { SheetRight } from "./sheet-right";

/**
 * What `actor` may do in a sheet: as its member, as who teaches or looks after its cohort, as who leads its team; null when it
 * is none of theirs, or there is none. A locked sheet keeps its rights: that nobody writes in it is another matter.
 */
export async function sheetRight(db: Kysely<DB>, actor: Actor, sheetId: string): Promise<SheetRight | null> {
  return (await sheetRights(db, actor, [sheetId])).get(sheetId) ?? null;
}

/** The same for several sheets; sheets without a right are left out. */
export async function sheetRights(db: Kysely<DB>, actor: Actor, sheetIds: readonly string[]): Promise<Map<string, SheetRight>> {
  if (sheetIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; right: SheetRight | null }>`
    select s.id, case
      when m.may = 'edit' then 'edit'
      when m.may = 'comment' or ${within(actor, "cohort:teach", "cohort")} or ${within(actor, "team:progress", "team")} then 'comment'
      when m.may = 'read' or ${within(actor, "cohort:view", "cohort")} then 'read'
    end as right
    from sheet s
    left join cohort c on c.id = s.cohort_id
    left join sheet_member m on m.sheet_id = s.id and m.person_id = ${actor.id} and m.valid_to is null
    where s.id = any(${[...sheetIds]}::uuid[])`.execute(db);
  return new Map(rows.flatMap(({ id, right }) => (right === null ? [] : [[id, right]])));
}

/** Whether the sheet `s`, of the cohort `c`, lies where `permission` reaches. */
function within(actor: Actor, permission: Permission, by: "cohort" | "team") {
  const reach = reachOf(actor, permission);
  if (reach.all) return by === "cohort" ? sql`s.cohort_id is not null` : sql`s.team_id is not null`;
  if (by === "team") return sql`coalesce(s.team_id = any(${reach.teamIds}::uuid[]), false)`;
  return sql`coalesce(s.cohort_id = any(${reach.cohortIds}::uuid[]) or c.team_id = any(${reach.teamIds}::uuid[]), false)`;
}
