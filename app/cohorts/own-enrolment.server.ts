import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** A learner's place in a cohort, as their own pages need it. */
export interface OwnEnrolment {
  enrolmentId: string;
  personId: string;
  cohortId: string;
  cohortName: string;
  timeZone: string;
  chapterSlug: string;
  extraTimePercent: number;
}

/**
 * The enrolment, if it is this person's, still running, and its cohort (open or closed, no draft) has the chapter.
 * Undefined otherwise: whether it exists for somebody else is not told.
 */
export function ownEnrolment(db: Kysely<DB>, personId: string, enrolmentId: string, chapterSlug: string): Promise<OwnEnrolment | undefined> {
  return db
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
    .select([
      "e.id as enrolmentId",
      "e.person_id as personId",
      "c.id as cohortId",
      "c.name as cohortName",
      "c.time_zone as timeZone",
      "cc.chapter_slug as chapterSlug",
      "e.extra_time_percent as extraTimePercent",
    ])
    .where("e.id", "=", enrolmentId)
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .where("cc.chapter_slug", "=", chapterSlug)
    .executeTakeFirst();
}
