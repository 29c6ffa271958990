import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits, type DayCommand, type DefenseDay } from "./day";
import { loadDay } from "./load-day.server";
import { type NumberedDay, numberDay } from "./problem-of";
import { type DayKey, lockDay } from "./rows.server";
import type { WholeDay } from "./whole-day";

export type OpenError = { code: "unknown-day" } | { code: "wrong-state" };

/** A day held for a change of its schedule, in numbers. What has begun is fixed once people have been told. */
export async function openSchedule(trx: Transaction<DB>, key: DayKey, command: DayCommand, now: Date, adapt: (whole: WholeDay) => WholeDay = (whole) => whole): Promise<Result<{ day: DefenseDay; whole: WholeDay; numbered: NumberedDay }, OpenError>> {
  const day = await lockDay(trx, key);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, command)) return fail({ code: "wrong-state" });
  const whole = adapt(await loadDay(trx, day));
  return ok({ day, whole, numbered: numberDay(whole, day.state === "draft" ? null : now) });
}
