/** A day that will not be held, is held at another time, or is over. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits, type DayCommand, type DefenseDay } from "./day";
import type { Post } from "./letters.server";
import { type DayKey, lockDay } from "./rows.server";
import { tellConcerned } from "./tell-people.server";

export type EndDayError = { code: "unknown-day" } | { code: "wrong-state" } | { code: "reason-missing" } | { code: "already-held" } | { code: "still-open"; slots: number } | { code: "in-the-past" };

/** Calls a day off. What was held already stays; a day with a defense that was held is closed, not cancelled. */
export async function cancelDay(trx: Transaction<DB>, actor: { id: string }, input: DayKey & { reason: string; now: Date }, post: Post): Promise<Result<{ letters: number }, EndDayError>> {
  const day = await admitted(trx, input, "cancel");
  if (!day.ok) return day;
  const reason = input.reason.trim();
  if (reason === "") return fail({ code: "reason-missing" });
  if (await trx.selectFrom("defense_slot").select("id").where("day_id", "=", day.value.id).where("state", "in", ["held", "no-show"]).limit(1).executeTakeFirst()) return fail({ code: "already-held" });
  const letters = await tellConcerned(trx, { ...input, concerned: "everybody", occasion: "cancelled", reason }, post);
  await trx.updateTable("defense_slot").set({ state: "cancelled", cancel_reason: reason, sequence: sql`sequence + 1`, version: sql`version + 1` }).where("day_id", "=", day.value.id).where("state", "=", "planned").execute();
  await trx.updateTable("defense_day").set({ state: "cancelled", cancel_reason: reason, sequence: sql`sequence + 1`, version: sql`version + 1` }).where("id", "=", day.value.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "cancel-defense-day", subject: { kind: "defense-day", id: day.value.id }, details: { reason } });
  return ok({ letters });
}

/**
 * Moves a whole day to another start: every slot, break and answer moves along by as much. Examiners are asked anew, since they
 * answered for another day.
 */
export async function rescheduleDay(trx: Transaction<DB>, actor: { id: string }, input: DayKey & { startsAt: Date; reason: string; now: Date }, post: Post): Promise<Result<{ letters: number }, EndDayError>> {
  const day = await admitted(trx, input, "reschedule");
  if (!day.ok) return day;
  const reason = input.reason.trim();
  if (reason === "") return fail({ code: "reason-missing" });
  if (input.startsAt <= input.now) return fail({ code: "in-the-past" });
  const { id } = day.value;
  if (await trx.selectFrom("defense_slot").select("id").where("day_id", "=", id).where("state", "in", ["held", "no-show"]).limit(1).executeTakeFirst()) return fail({ code: "already-held" });
  const shift = sql<Date>`make_interval(secs => ${(input.startsAt.getTime() - day.value.startsAt.getTime()) / 1000})`;
  const moved = { starts_at: sql<Date>`starts_at + ${shift}`, ends_at: sql<Date>`ends_at + ${shift}` };
  await trx.updateTable("defense_slot").set({ ...moved, sequence: sql`sequence + 1`, version: sql`version + 1` }).where("day_id", "=", id).where("state", "=", "planned").execute();
  await trx.updateTable("defense_break").set(moved).where("day_id", "=", id).execute();
  await trx.deleteFrom("defense_availability").where("day_id", "=", id).execute();
  await trx.updateTable("defense_day_examiner").set({ answered_at: null }).where("day_id", "=", id).execute();
  await trx.updateTable("defense_candidate").set({ answered_at: null }).where("day_id", "=", id).execute();
  await trx.updateTable("defense_day").set({ ...moved, sequence: sql`sequence + 1`, version: sql`version + 1` }).where("id", "=", id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "reschedule-defense-day", subject: { kind: "defense-day", id }, details: { from: day.value.startsAt.toISOString(), to: input.startsAt.toISOString(), reason } });
  return ok({ letters: await tellConcerned(trx, { ...input, concerned: "everybody", occasion: "changed", reason }, post) });
}

/** Closes a day when everything on it was held, missed or cancelled. */
export async function closeDay(trx: Transaction<DB>, actor: { id: string }, input: DayKey): Promise<Result<undefined, EndDayError>> {
  const day = await admitted(trx, input, "close");
  if (!day.ok) return day;
  const open = await trx.selectFrom("defense_slot").select("id").where("day_id", "=", day.value.id).where("state", "=", "planned").execute();
  if (open.length > 0) return fail({ code: "still-open", slots: open.length });
  await trx.updateTable("defense_day").set({ state: "closed", version: sql`version + 1` }).where("id", "=", day.value.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "close-defense-day", subject: { kind: "defense-day", id: day.value.id } });
  return ok();
}

async function admitted(trx: Transaction<DB>, key: DayKey, command: DayCommand): Promise<Result<DefenseDay, EndDayError>> {
  const day = await lockDay(trx, key);
  if (!day) return fail({ code: "unknown-day" });
  return dayAdmits(day.state, command) ? ok(day) : fail({ code: "wrong-state" });
}
