import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { loadRoads } from "~/pipeline/index.server";
import { type CalendarEffect, type ChapterSettings, effectOf, outOfOrder, type SettingChange, settingChanges } from "./calendar-change";
import { chapterSettings } from "./chapter-settings.server";
import type { Step } from "~/pipeline";

/** What saving would change, shown before anything is written. */
export interface CalendarPlan {
  changes: SettingChange[];
  effect: CalendarEffect;
  /** Steps due before an earlier one. */
  outOfOrder: Step[];
}

/** Works out what `settings` would do to a chapter's roads, and writes nothing; undefined when the chapter is not in the cohort. */
export async function planCalendarChange(db: Kysely<DB>, { cohortId, chapterSlug, settings, now }: { cohortId: string; chapterSlug: string; settings: ChapterSettings; now: Date }): Promise<CalendarPlan | undefined> {
  const current = await chapterSettings(db, cohortId, chapterSlug);
  if (!current) return undefined;
  const members = await db.selectFrom("enrolment").select("id").where("cohort_id", "=", cohortId).where("left_at", "is", null).execute();
  const roads = await loadRoads(db, { enrolmentId: members.map((member) => member.id), chapterSlugs: [chapterSlug] });
  return { changes: settingChanges(current, settings), effect: effectOf(roads, settings, now), outOfOrder: outOfOrder(settings) };
}
