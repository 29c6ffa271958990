import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { FieldStep } from "./rows.server";

/** Somebody who was told that an application waits. */
export interface Told {
  applicationId: string;
  stage: "reminder" | "escalation";
  name: string;
  at: Date;
}

/** Reminders and escalations of the sendings that wait now in a learner's field step, the first first. */
export async function toldAbout(db: Kysely<DB>, { enrolmentId, chapterSlug }: FieldStep): Promise<Told[]> {
  return db
    .selectFrom("field_escalation as s")
    .innerJoin("field_application as a", (join) => join.onRef("a.id", "=", "s.application_id").onRef("a.round", "=", "s.round"))
    .innerJoin("person as p", "p.id", "s.person_id")
    .select(["s.application_id as applicationId", "s.stage", "p.name", "s.at"])
    .where("a.enrolment_id", "=", enrolmentId)
    .where("a.chapter_slug", "=", chapterSlug)
    .where("a.state", "=", "waiting")
    .orderBy("s.id")
    .execute();
}
