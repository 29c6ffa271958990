import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { admits } from "./defense";
import { CHAIRS_FIRST } from "./places";
import { type DefenseRow, lockDefense } from "./rows.server";

export type PassChairError = { code: "unknown-slot" } | { code: "wrong-state" } | { code: "not-member" };

/** The chair hands over to another examiner of the panel; if the chair cannot, an instructor of the cohort does. */
export async function passChair(trx: Transaction<DB>, actor: Actor, { slotId, toId }: { slotId: string; toId: string }): Promise<Result<undefined, PassChairError>> {
  const row = await lockDefense(trx, slotId);
  const may = row && (row.members.some((member) => member.personId === actor.id && member.chair) || holds(actor, "cohort:teach", { kind: "cohort", cohortId: row.cohortId, teamId: row.teamId }));
  if (!row || !may) return fail({ code: "unknown-slot" });
  if (!admits(row.state, "pass-chair")) return fail({ code: "wrong-state" });
  const to = row.members.find((member) => member.personId === toId && !member.left);
  if (to === undefined) return fail({ code: "not-member" });
  if (to.chair) return ok();
  await trx.updateTable("defense_panelist").set({ chair: false }).where("slot_id", "=", slotId).where("chair", "=", true).where("left_at", "is", null).execute();
  await trx.updateTable("defense_panelist").set({ chair: true }).where("slot_id", "=", slotId).where("person_id", "=", toId).where("left_at", "is", null).execute();
  await handTextsOver(trx, row, toId);
  await writeAudit(trx, { actorId: actor.id, action: "pass-defense-chair", subject: { kind: "defense-slot", id: slotId }, details: { toId } });
  await announce(trx, slotId);
  return ok();
}

/** What the chair has written for verdict and feedback goes along; where the new chair has words already, those stay. */
async function handTextsOver(trx: Transaction<DB>, row: DefenseRow, toId: string): Promise<void> {
  const from = row.members.find(({ chair }) => chair);
  if (row.id === null || from === undefined) return;
  await trx
    .insertInto("defense_draft")
    .columns(["defense_id", "examiner_id", "position", "value", "revision", "op_id", "saved_at"])
    .expression((eb) =>
      eb
        .selectFrom("defense_draft")
        .select(["defense_id", sql<string>`${toId}::uuid`.as("examiner_id"), "position", "value", sql<number>`1`.as("revision"), "op_id", "saved_at"])
        .where("defense_id", "=", row.id)
        .where("examiner_id", "=", from.personId)
        .where("position", ">=", CHAIRS_FIRST),
    )
    .onConflict((conflict) => conflict.columns(["defense_id", "examiner_id", "position"]).doNothing())
    .execute();
}
