import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits } from "./day";
import type { Post } from "./letters.server";
import { dayRows, lockDay, touchDay } from "./rows.server";
import { tellPlanners } from "./tell-people.server";

export type DropOutError = { code: "unknown-day" } | { code: "wrong-state" } | { code: "reason-missing" };

/**
 * An examiner says that they cannot come. Their seats stay as they are until whoever plans the day takes a repair: they are told, and
 * the page of the day shows what is broken.
 */
export async function dropOut(trx: Transaction<DB>, actor: { id: string; name: string }, input: { dayId: string; reason: string; now: Date }, post: Post): Promise<Result<undefined, DropOutError>> {
  const asked = await dayRows(trx)
    .innerJoin("defense_day_examiner as x", (join) => join.onRef("x.day_id", "=", "d.id").on("x.person_id", "=", actor.id))
    .where("d.id", "=", input.dayId)
    .where("x.dropped_at", "is", null)
    .executeTakeFirst();
  const day = asked && (await lockDay(trx, { cohortId: asked.cohortId, dayId: asked.id }));
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "people")) return fail({ code: "wrong-state" });
  const reason = input.reason.trim();
  if (reason === "") return fail({ code: "reason-missing" });
  await trx.updateTable("defense_day_examiner").set({ dropped_at: input.now, drop_reason: reason }).where("day_id", "=", day.id).where("person_id", "=", actor.id).execute();
  await touchDay(trx, day.id);
  await tellPlanners(trx, { cohortId: day.cohortId, dayId: day.id, examiner: actor.name, reason }, post);
  return ok();
}
