import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { sessionRows, toSession } from "./rows.server";
import { checkInOpen, type LectureSession } from "./session";

/** A session with the learner's own place in its cohort. */
export interface OwnPlace {
  session: LectureSession;
  enrolmentId: string;
}

/** The session, if the person is enrolled in its cohort now; whether it exists for others is not told. */
export async function ownSession(db: Kysely<DB>, personId: string, sessionId: string): Promise<OwnPlace | undefined> {
  const row = await sessionRows(db)
    .innerJoin("enrolment as e", "e.cohort_id", "s.cohort_id")
    .innerJoin("cohort as c", "c.id", "s.cohort_id")
    .select("e.id as enrolmentId")
    .where("s.id", "=", sessionId)
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .executeTakeFirst();
  return row && { session: toSession(row), enrolmentId: row.enrolmentId };
}

/** A session of any cohort, for who may see it for another reason than being enrolled. */
export async function anySession(db: Kysely<DB>, sessionId: string): Promise<{ session: LectureSession; teamId: string } | undefined> {
  const row = await sessionRows(db).innerJoin("cohort as c", "c.id", "s.cohort_id").select("c.team_id").where("s.id", "=", sessionId).executeTakeFirst();
  return row && { session: toSession(row), teamId: row.team_id };
}

/** The classes that the person can check in to now, or is in; by time. */
export async function openSessions(db: Kysely<DB>, personId: string, now: Date): Promise<LectureSession[]> {
  const rows = await sessionRows(db)
    .innerJoin("enrolment as e", "e.cohort_id", "s.cohort_id")
    .innerJoin("cohort as c", "c.id", "s.cohort_id")
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .where("s.state", "in", ["planned", "running"])
    .orderBy("s.starts_at")
    .execute();
  return rows.map(toSession).filter((session) => checkInOpen(session, now));
}
