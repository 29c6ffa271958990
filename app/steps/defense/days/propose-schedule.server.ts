import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { randomFrom } from "~/platform/random";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits } from "./day";
import { loadDay } from "./load-day.server";
import { numberDay } from "./problem-of";
import { type DayKey, lockDay, touchDay } from "./rows.server";
import { proposing } from "./schedule/propose";
import { unhurried } from "./unhurried.server";
import { noteUnplaced } from "./note-unplaced.server";
import { writeSchedule } from "./write-schedule.server";

export type ProposeError = { code: "unknown-day" } | { code: "wrong-state" } | { code: "no-candidates" };

/**
 * Makes the schedule of a draft anew. Slots that somebody put in place by hand stay there. Asked again it looks for another one
 * that is as good.
 */
export async function proposeSchedule(trx: Transaction<DB>, input: DayKey & { now: Date }): Promise<Result<{ placed: number; unplaced: number }, ProposeError>> {
  const day = await lockDay(trx, input);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "propose")) return fail({ code: "wrong-state" });
  const whole = await loadDay(trx, day);
  const numbered = numberDay(whole, null);
  if (numbered.enrolmentIds.length === 0) return fail({ code: "no-candidates" });
  const pinned = new Set(whole.slots.filter((slot) => slot.pinned).map(({ enrolmentId }) => enrolmentId));
  const fixed = numbered.placements.filter(({ candidate }) => pinned.has(numbered.enrolmentIds[candidate]!));
  const { placements, unplaced } = await unhurried(proposing(numbered.problem, randomFrom(`${day.startsAt.toISOString()} ${day.version}`), fixed));
  await writeSchedule(trx, { whole, numbered, after: placements, reason: "proposed anew", now: input.now });
  await noteUnplaced(trx, day.id, numbered, unplaced);
  await touchDay(trx, day.id);
  return ok({ placed: placements.length, unplaced: unplaced.length });
}
