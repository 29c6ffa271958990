import { type Kysely, sql } from "kysely";
import { ownEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { coachedBy, type FieldStep } from "./rows.server";

/** On which side of a learner's field step the actor stands, with whose it is. */
export interface FieldParty extends FieldStep {
  party: "learner" | "manager";
  personId: string;
  personName: string;
  personLatin: string | null;
  cohortId: string;
  cohortName: string;
  timeZone: string;
}

/** The step as the learner's own, or as one of a person the actor coaches; undefined for anybody else. */
export async function fieldParty(db: Kysely<DB>, actor: Actor, { enrolmentId, chapterSlug }: FieldStep): Promise<FieldParty | undefined> {
  const own = await ownEnrolment(db, actor.id, enrolmentId, chapterSlug);
  if (own) return { party: "learner", enrolmentId, chapterSlug, personId: own.personId, personName: actor.name, personLatin: null, cohortId: own.cohortId, cohortName: own.cohortName, timeZone: own.timeZone };
  return coachedStep(db, actor, { enrolmentId, chapterSlug });
}

/** The same, for a manager only. */
export async function coachedStep(db: Kysely<DB>, actor: Actor, { enrolmentId, chapterSlug }: FieldStep): Promise<FieldParty | undefined> {
  return db
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", (join) => join.onRef("cc.cohort_id", "=", "c.id").on("cc.chapter_slug", "=", chapterSlug))
    .select([sql<"manager">`'manager'`.as("party"), "e.id as enrolmentId", "cc.chapter_slug as chapterSlug", "p.id as personId", "p.name as personName", "p.name_latin as personLatin", "c.id as cohortId", "c.name as cohortName", "c.time_zone as timeZone"])
    .where("e.id", "=", enrolmentId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .where(coachedBy(actor, "p.id"))
    .executeTakeFirst();
}
