/** Who is to be examined on a day. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { writeFree } from "./change-examiners.server";
import { dayAdmits, type Period } from "./day";
import { openDefenses } from "./eligible.server";
import { type DayKey, lockDay, touchDay } from "./rows.server";

export type CandidateError = { code: "unknown-day" } | { code: "wrong-state" } | { code: "nothing-to-defend" } | { code: "unknown-candidate" } | { code: "outside-the-day" } | { code: "has-slot" };

/** Puts learners of the cohort on the day's list. Each must have something to defend of its chapters. */
export async function addCandidates(trx: Transaction<DB>, input: DayKey & { enrolmentIds: string[]; now: Date }): Promise<Result<{ added: number }, CandidateError>> {
  const day = await lockDay(trx, input);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "people")) return fail({ code: "wrong-state" });
  const ids = [...new Set(input.enrolmentIds)];
  if (ids.length === 0) return ok({ added: 0 });
  const open = await openDefenses(trx, input.cohortId, day.chapters, ids);
  if (!ids.every((id) => open.has(id))) return fail({ code: "nothing-to-defend" });
  await trx
    .insertInto("defense_candidate")
    .values(ids.map((enrolment_id) => ({ day_id: day.id, enrolment_id, added_at: input.now })))
    .onConflict((oc) => oc.columns(["day_id", "enrolment_id"]).doUpdateSet({ dropped_at: null, drop_reason: null, unplaced: null, added_at: input.now }))
    .execute();
  await touchDay(trx, day.id);
  return ok({ added: ids.length });
}

/** Takes somebody without a slot off the list. Who has one drops out by `repairDay`. */
export async function removeCandidate(trx: Transaction<DB>, input: DayKey & { enrolmentId: string }): Promise<Result<undefined, CandidateError>> {
  const day = await lockDay(trx, input);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "people")) return fail({ code: "wrong-state" });
  const slot = await trx.selectFrom("defense_slot").select("id").where("day_id", "=", day.id).where("enrolment_id", "=", input.enrolmentId).where("state", "!=", "cancelled").executeTakeFirst();
  if (slot) return fail({ code: "has-slot" });
  const { numDeletedRows } = await trx.deleteFrom("defense_candidate").where("day_id", "=", day.id).where("enrolment_id", "=", input.enrolmentId).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return fail({ code: "unknown-candidate" });
  const { person_id } = await trx.selectFrom("enrolment").select("person_id").where("id", "=", input.enrolmentId).executeTakeFirstOrThrow();
  await trx
    .deleteFrom("defense_availability")
    .where("day_id", "=", day.id)
    .where("person_id", "=", person_id)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("defense_day_examiner as x").select("x.person_id").where("x.day_id", "=", day.id).where("x.person_id", "=", person_id))))
    .execute();
  await touchDay(trx, day.id);
  return ok();
}

/** Says when a candidate is free on a day; null for all day. */
export async function setCandidateTimes(trx: Transaction<DB>, input: DayKey & { enrolmentId: string; free: Period[] | null; now: Date }): Promise<Result<undefined, CandidateError>> {
  const day = await lockDay(trx, input);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "people")) return fail({ code: "wrong-state" });
  if (input.free?.some((period) => period.endsAt <= period.startsAt || period.endsAt <= day.startsAt || period.startsAt >= day.endsAt)) return fail({ code: "outside-the-day" });
  const candidate = await trx
    .selectFrom("defense_candidate as c")
    .innerJoin("enrolment as e", "e.id", "c.enrolment_id")
    .select("e.person_id as personId")
    .where("c.day_id", "=", day.id)
    .where("c.enrolment_id", "=", input.enrolmentId)
    .executeTakeFirst();
  if (!candidate) return fail({ code: "unknown-candidate" });
  await trx.updateTable("defense_candidate").set({ answered_at: input.now }).where("day_id", "=", day.id).where("enrolment_id", "=", input.enrolmentId).execute();
  await writeFree(trx, day, candidate.personId, input.free);
  await touchDay(trx, day.id);
  return ok();
}
