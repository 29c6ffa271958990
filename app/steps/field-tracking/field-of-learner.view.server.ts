import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { stepGate } from "~/pipeline/index.server";
import { applicationList, type ShownApplication } from "./application-list.view.server";
import { checkpoints, type ShownCheckpoint } from "./checkpoints.server";

/** One learner's field step as evidence, for who looks after the cohort. */
export interface FieldOfLearner {
  applications: ShownApplication[];
  checkpoints: ShownCheckpoint[];
  required: number;
}

/** Null when the enrolment is not of that cohort. */
export async function fieldOfLearner(db: Kysely<DB>, { cohortId, enrolmentId, chapterSlug, now }: { cohortId: string; enrolmentId: string; chapterSlug: string; now: Date }): Promise<FieldOfLearner | null> {
  const enrolment = await db
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", (join) => join.onRef("cc.cohort_id", "=", "c.id").on("cc.chapter_slug", "=", chapterSlug))
    .select("c.time_zone as timeZone")
    .where("e.id", "=", enrolmentId)
    .where("e.cohort_id", "=", cohortId)
    .executeTakeFirst();
  if (!enrolment) return null;
  const [list, plan, gate] = await Promise.all([
    applicationList(db, (query) => query.where("a.enrolment_id", "=", enrolmentId).where("a.chapter_slug", "=", chapterSlug).orderBy("a.logged_at"), now),
    checkpoints(db, { enrolmentId, chapterSlug }, { timeZone: enrolment.timeZone, now }),
    stepGate(db, enrolmentId, chapterSlug, "field-tracking"),
  ]);
  return { applications: list, checkpoints: plan ?? [], required: gate.confirmedApplications };
}
