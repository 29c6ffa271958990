import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** Whether an upload's owner is somebody whom the reader examines: a panel reads the candidate's homework, from when the day is published on. */
export async function liesOnTable(db: Kysely<DB>, actor: { id: string }, upload: { ownerId: string }): Promise<boolean> {
  const row = await db
    .selectFrom("defense_panelist as m")
    .innerJoin("defense_slot as s", "s.id", "m.slot_id")
    .innerJoin("defense_day as y", "y.id", "s.day_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .select("s.id")
    .where("m.person_id", "=", actor.id)
    .where("m.left_at", "is", null)
    .where("e.person_id", "=", upload.ownerId)
    .where("s.state", "in", ["planned", "held"])
    .where("y.state", "in", ["published", "closed"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
