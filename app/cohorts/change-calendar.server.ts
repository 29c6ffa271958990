import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { replan } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import type { ChapterSettings } from "./calendar-change";
import { writeChapterSettings } from "./chapter-settings.server";
import type { CohortStale } from "./cohort";
import { type CalendarPlan, planCalendarChange } from "./plan-calendar-change.server";
import { signChange, takeCohort } from "./take-cohort.server";

export interface CalendarChange {
  cohortId: string;
  chapterSlug: string;
  settings: ChapterSettings;
  /** The cohort as the person saw it. */
  expectedVersion: number;
  now: Date;
}

/**
 * Saves the dates, steps and gates of one chapter and takes them over to all its roads. Nothing earned is lost: a step
 * left out keeps its state and counts again when it comes back. Answers what it did, as `planCalendarChange` foretold it.
 */
export async function changeCalendar(trx: Transaction<DB>, actorId: string, change: CalendarChange): Promise<Result<CalendarPlan, CohortStale | { code: "not-found" }>> {
  const { cohortId, chapterSlug, settings, now } = change;
  const taken = await takeCohort(trx, cohortId, change.expectedVersion);
  if (!taken.ok) return taken;
  const plan = await planCalendarChange(trx, change);
  if (!plan) return fail({ code: "not-found" });
  await writeChapterSettings(trx, cohortId, chapterSlug, settings);
  await replan(trx, cohortId, { actorId, now });
  const details = plan.changes.map((one) => ({ step: one.step, field: one.field === "gate" ? one.name : one.field, from: asText(one.from), to: asText(one.to) }));
  await signChange(trx, actorId, cohortId, "change-calendar", { chapter: chapterSlug, changes: details });
  return ok(plan);
}

function asText(value: boolean | string | Date | null): boolean | string | null {
  return value instanceof Date ? value.toISOString() : value;
}
