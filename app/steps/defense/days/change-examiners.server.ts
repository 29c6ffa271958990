/** Who examines on a day, what they are at home in, and when they are free. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits, type DefenseDay, type Period } from "./day";
import { knownExaminers } from "./known-examiners.server";
import { type DayKey, lockDay, touchDay } from "./rows.server";
import { mergeSpans } from "./schedule/grid";

export type ExaminerError = { code: "unknown-day" } | { code: "wrong-state" } | { code: "unknown-examiner" } | { code: "unknown-chapter" } | { code: "still-on-panels"; slots: number } | { code: "outside-the-day" };

/** Asks somebody to examine on a day, or again after they had dropped out. */
export async function addExaminer(trx: Transaction<DB>, input: DayKey & { personId: string; now: Date }): Promise<Result<undefined, ExaminerError>> {
  const day = await admitted(trx, input);
  if (!day.ok) return day;
  if (!(await knownExaminers(trx, input.cohortId)).some(({ personId }) => personId === input.personId)) return fail({ code: "unknown-examiner" });
  await trx
    .insertInto("defense_day_examiner")
    .values({ day_id: day.value.id, person_id: input.personId, invited_at: input.now })
    .onConflict((oc) => oc.columns(["day_id", "person_id"]).doUpdateSet({ dropped_at: null, drop_reason: null, invited_at: input.now }))
    .execute();
  await touchDay(trx, day.value.id);
  return ok();
}

/** Takes somebody off the list who sits on no panel. Who sits on some drops out by `repairDay`. */
export async function removeExaminer(trx: Transaction<DB>, input: DayKey & { personId: string }): Promise<Result<undefined, ExaminerError>> {
  const day = await admitted(trx, input);
  if (!day.ok) return day;
  const seats = await trx
    .selectFrom("defense_panelist as m")
    .innerJoin("defense_slot as s", "s.id", "m.slot_id")
    .select("m.id")
    .where("s.day_id", "=", day.value.id)
    .where("s.state", "!=", "cancelled")
    .where("m.person_id", "=", input.personId)
    .where("m.left_at", "is", null)
    .execute();
  if (seats.length > 0) return fail({ code: "still-on-panels", slots: seats.length });
  const { numDeletedRows } = await trx.deleteFrom("defense_day_examiner").where("day_id", "=", day.value.id).where("person_id", "=", input.personId).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return fail({ code: "unknown-examiner" });
  await trx.deleteFrom("defense_availability").where("day_id", "=", day.value.id).where("person_id", "=", input.personId).execute();
  await touchDay(trx, day.value.id);
  return ok();
}

/** Says whether somebody may chair, and in which chapters they are at home (none: all). */
export async function describeExaminer(trx: Transaction<DB>, input: DayKey & { personId: string; mayChair: boolean; chapters: string[] }): Promise<Result<undefined, ExaminerError>> {
  const day = await admitted(trx, input);
  if (!day.ok) return day;
  if (!input.chapters.every((slug) => day.value.chapters.includes(slug))) return fail({ code: "unknown-chapter" });
  const key = { day_id: day.value.id, person_id: input.personId };
  const { numUpdatedRows } = await trx.updateTable("defense_day_examiner").set({ may_chair: input.mayChair }).where("day_id", "=", key.day_id).where("person_id", "=", key.person_id).executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return fail({ code: "unknown-examiner" });
  await trx.deleteFrom("defense_day_examiner_chapter").where("day_id", "=", key.day_id).where("person_id", "=", key.person_id).execute();
  // At home in all of them is the same as naming none.
  const chapters = input.chapters.length === day.value.chapters.length ? [] : [...new Set(input.chapters)];
  if (chapters.length > 0) await trx.insertInto("defense_day_examiner_chapter").values(chapters.map((chapter_slug) => ({ ...key, chapter_slug }))).execute();
  await touchDay(trx, day.value.id);
  return ok();
}

/**
 * Says when an examiner is free on a day; null for all day. What they say may break panels they sit on already: the page of the day
 * names that, and a repair mends it. `personId` names whose times they are; who may say so is the route's to check.
 */
export async function setAvailability(trx: Transaction<DB>, input: DayKey & { personId: string; free: Period[] | null; now: Date }): Promise<Result<undefined, ExaminerError>> {
  const day = await admitted(trx, input);
  if (!day.ok) return day;
  const { startsAt, endsAt } = day.value;
  if (input.free?.some((period) => period.endsAt <= period.startsAt || period.endsAt <= startsAt || period.startsAt >= endsAt)) return fail({ code: "outside-the-day" });
  const { numUpdatedRows } = await trx
    .updateTable("defense_day_examiner")
    .set({ answered_at: input.now })
    .where("day_id", "=", day.value.id)
    .where("person_id", "=", input.personId)
    .where("dropped_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return fail({ code: "unknown-examiner" });
  await writeFree(trx, day.value, input.personId, input.free);
  await touchDay(trx, day.value.id);
  return ok();
}

/** Writes when somebody is free on a day, in place of what was said before. */
export async function writeFree(trx: Transaction<DB>, day: DefenseDay, personId: string, free: Period[] | null): Promise<void> {
  await trx.deleteFrom("defense_availability").where("day_id", "=", day.id).where("person_id", "=", personId).execute();
  const spans = mergeSpans((free ?? []).map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })));
  if (spans.length > 0) await trx.insertInto("defense_availability").values(spans.map(({ from, to }) => ({ day_id: day.id, person_id: personId, starts_at: new Date(from), ends_at: new Date(to) }))).execute();
}

async function admitted(trx: Transaction<DB>, key: DayKey): Promise<Result<DefenseDay, ExaminerError>> {
  const day = await lockDay(trx, key);
  if (!day) return fail({ code: "unknown-day" });
  return dayAdmits(day.state, "people") ? ok(day) : fail({ code: "wrong-state" });
}
