import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits } from "./day";
import { checkDayPlan, dayColumns, type DayPlan, type DayPlanError, sameTimes, writeDayParts } from "./day-plan.server";
import { openDefenses } from "./eligible.server";
import { knownExaminers } from "./known-examiners.server";
import { loadDay } from "./load-day.server";
import { type DayKey, lockDay } from "./rows.server";

export type PlanDayError = DayPlanError | { code: "unknown-examiner" };
export type ChangeDayError = DayPlanError | { code: "unknown-day" } | { code: "wrong-state" };

/** A new day; candidates null takes everybody who has something to defend. */
export interface NewDay extends DayPlan {
  cohortId: string;
  examinerIds: string[];
  enrolmentIds: string[] | null;
  now: Date;
}

/** Plans a defense day as a draft, in the cohort's time zone. Nobody is told before it is published; examiners are asked when they are free. */
export async function planDay(trx: Transaction<DB>, actor: { id: string }, input: NewDay): Promise<Result<{ dayId: string }, PlanDayError>> {
  const checked = await checkDayPlan(trx, input.cohortId, input);
  if (!checked.ok) return checked;
  const known = new Set((await knownExaminers(trx, input.cohortId)).map(({ personId }) => personId));
  const examinerIds = [...new Set(input.examinerIds)];
  if (!examinerIds.every((id) => known.has(id))) return fail({ code: "unknown-examiner" });
  const { id: dayId } = await trx
    .insertInto("defense_day")
    .values({ cohort_id: input.cohortId, ...dayColumns(input, checked.value), created_by: actor.id, created_at: input.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeDayParts(trx, dayId, input, checked.value.chapters);
  if (examinerIds.length > 0) await trx.insertInto("defense_day_examiner").values(examinerIds.map((person_id) => ({ day_id: dayId, person_id, invited_at: input.now }))).execute();
  const open = [...(await openDefenses(trx, input.cohortId, checked.value.chapters)).keys()];
  const candidates = input.enrolmentIds === null ? open : open.filter((id) => input.enrolmentIds?.includes(id));
  if (candidates.length > 0) await trx.insertInto("defense_candidate").values(candidates.map((enrolment_id) => ({ day_id: dayId, enrolment_id, added_at: input.now }))).execute();
  await writeAudit(trx, { actorId: actor.id, action: "plan-defense-day", subject: { kind: "defense-day", id: dayId }, details: { examiners: examinerIds.length, candidates: candidates.length } });
  return ok({ dayId });
}

/** Changes a draft. Where the times or the number of places are other ones, the schedule made so far is dropped. */
export async function changeDay(trx: Transaction<DB>, input: DayKey & DayPlan): Promise<Result<{ dropped: number }, ChangeDayError>> {
  const day = await lockDay(trx, input);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "change")) return fail({ code: "wrong-state" });
  const checked = await checkDayPlan(trx, input.cohortId, input);
  if (!checked.ok) return checked;
  const { breaks, places } = await loadDay(trx, day);
  const keeps = sameTimes({ ...day, breaks }, input) && input.places.length >= places.length && day.panelSize === checked.value.panelSize && day.chapters.join() === checked.value.chapters.join();
  const { numDeletedRows } = keeps ? { numDeletedRows: 0n } : await trx.deleteFrom("defense_slot").where("day_id", "=", day.id).executeTakeFirstOrThrow();
  await trx.updateTable("defense_day").set({ ...dayColumns(input, checked.value), version: sql`version + 1` }).where("id", "=", day.id).execute();
  await writeDayParts(trx, day.id, input, checked.value.chapters);
  return ok({ dropped: Number(numDeletedRows) });
}
