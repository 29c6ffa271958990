/** Rows of sessions ⇄ their domain type, and the queries that this room's files share. */
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { LectureSessionTable } from "~/db/schema/lecture";
import type { LectureSession } from "./session";

const SESSION_COLUMNS = [
  "s.id",
  "s.cohort_id",
  "s.title",
  "s.place",
  "s.link",
  "s.starts_at",
  "s.ends_at",
  "s.time_zone",
  "s.state",
  "s.started_at",
  "s.ended_at",
  "s.sequence",
] as const;

type SessionRow = Pick<
  Selectable<LectureSessionTable>,
  "id" | "cohort_id" | "title" | "place" | "link" | "starts_at" | "ends_at" | "time_zone" | "state" | "started_at" | "ended_at" | "sequence"
> & { chapters: string[] };

/** Sessions `s` with the slugs of their chapters. */
export function sessionRows(db: Kysely<DB>) {
  return db
    .selectFrom("lecture_session as s")
    .select(SESSION_COLUMNS)
    .select(sql<string[]>`array(select k.chapter_slug from lecture_session_chapter k where k.session_id = s.id order by k.position)`.as("chapters"));
}

/** The session that a row stands for. */
export function toSession(row: SessionRow): LectureSession {
  return {
    id: row.id,
    cohortId: row.cohort_id,
    title: row.title,
    place: row.place,
    link: row.link,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    sequence: row.sequence,
    chapters: row.chapters,
  };
}

/** Which session of which cohort; a session of another cohort is not found. */
export interface SessionKey {
  cohortId: string;
  sessionId: string;
}

/** The session, if it belongs to the cohort. */
export async function findSession(db: Kysely<DB>, { cohortId, sessionId }: SessionKey): Promise<LectureSession | undefined> {
  const row = await sessionRows(db).where("s.id", "=", sessionId).where("s.cohort_id", "=", cohortId).executeTakeFirst();
  return row && toSession(row);
}

/** The session, held until the transaction ends: for whoever changes it (`update`), or counts on it staying as it is (`share`). */
export async function lockSession(trx: Transaction<DB>, { cohortId, sessionId }: SessionKey, mode: "update" | "share"): Promise<LectureSession | undefined> {
  const held = trx.selectFrom("lecture_session").select("id").where("id", "=", sessionId).where("cohort_id", "=", cohortId);
  const row = await (mode === "update" ? held.forNoKeyUpdate() : held.forShare()).executeTakeFirst();
  return row && findSession(trx, { cohortId, sessionId });
}

/** The latest entry of every learner in these sessions: the ones that count. */
export function latestAttendance(db: Kysely<DB>) {
  return db
    .selectFrom("attendance as a")
    .distinctOn(["a.session_id", "a.enrolment_id"])
    .select(["a.session_id", "a.enrolment_id", "a.status", "a.how", "a.device_id", "a.flagged", "a.recorded_by", "a.reason", "a.at"])
    .orderBy("a.session_id")
    .orderBy("a.enrolment_id")
    .orderBy("a.id", "desc");
}
