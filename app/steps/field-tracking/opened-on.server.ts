import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { stepGate } from "~/pipeline/index.server";
import type { FieldStep } from "./rows.server";

/**
 * The business day on which the field step opened for a learner, in the cohort's time zone: when it last became open before
 * anything was done in it. Null as long as it is locked. Days 30, 60, 90 count from here.
 */
export async function openedOn(db: Kysely<DB>, { enrolmentId, chapterSlug }: FieldStep, { timeZone, now }: { timeZone: string; now: Date }): Promise<string | null> {
  const progress = await db.selectFrom("progress").select(["state", "opens_at"]).where("enrolment_id", "=", enrolmentId).where("chapter_slug", "=", chapterSlug).where("step", "=", "field-tracking").executeTakeFirst();
  if (!progress) return null;
  const due = progress.opens_at !== null && progress.opens_at <= now;
  if (progress.state === "locked" && !due) return null;
  const { rows } = await sql<{ at: Date | null }>`
    select coalesce(
      (select max(v.at) from progress_event v where v.enrolment_id = ${enrolmentId} and v.chapter_slug = ${chapterSlug} and v.step = 'field-tracking' and v.kind = 'opened'),
      (select min(v.at) from progress_event v where v.enrolment_id = ${enrolmentId} and v.chapter_slug = ${chapterSlug} and v.step = 'field-tracking' and v.to_state <> 'locked')
    ) as at`.execute(db);
  const gate = await stepGate(db, enrolmentId, chapterSlug, "field-tracking");
  const at = rows[0]?.at ?? (due ? progress.opens_at : null) ?? gate.opensAt;
  return at === null ? null : isoDay(at, timeZone);
}
