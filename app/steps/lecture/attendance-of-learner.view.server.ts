import type { Kysely } from "kysely";
import { isCorrect } from "~/courseware/checkin-question";
import type { DB } from "~/db/schema";
import type { AttendanceStatus, AttendanceWay } from "./attendance";
import type { PollQuestion, PollResponse } from "./poll";
import type { SessionState } from "./session";

/** One entry of the ledger. */
export interface AttendanceHistoryEntry {
  status: AttendanceStatus;
  how: AttendanceWay;
  reason: string | null;
  recordedBy: string | null;
  sharedDevice: boolean;
  at: Date;
}

/** What one session says of a learner. */
export interface AttendanceOfSession {
  sessionId: string;
  title: string;
  startsAt: Date;
  timeZone: string;
  state: SessionState;
  /** The entry that counts; null while there is none. */
  status: AttendanceStatus | null;
  /** Every entry, oldest first. */
  history: AttendanceHistoryEntry[];
  polls: { asked: number; answered: number; correct: number };
}

export interface LearnerKey {
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
}

/** The evidence of the lecture step: every session of the cohort that covers the chapter, with all entries and poll answers. */
export async function attendanceOfLearner(db: Kysely<DB>, key: LearnerKey): Promise<AttendanceOfSession[]> {
  const sessions = await db
    .selectFrom("lecture_session as s")
    .innerJoin("lecture_session_chapter as k", "k.session_id", "s.id")
    .innerJoin("enrolment as e", "e.cohort_id", "s.cohort_id")
    .select(["s.id", "s.title", "s.starts_at", "s.time_zone", "s.state"])
    .where("s.cohort_id", "=", key.cohortId)
    .where("k.chapter_slug", "=", key.chapterSlug)
    .where("e.id", "=", key.enrolmentId)
    .orderBy("s.starts_at")
    .execute();
  if (sessions.length === 0) return [];
  const ids = sessions.map((session) => session.id);
  const [entries, polls] = await Promise.all([loadEntries(db, key.enrolmentId, ids), loadPolls(db, key, ids)]);
  return sessions.map((session) => {
    const history = entries.filter((entry) => entry.sessionId === session.id).map(({ sessionId: _sessionId, ...entry }) => entry);
    const asked = polls.filter((poll) => poll.session_id === session.id);
    const answered = asked.filter((poll) => poll.response !== null);
    const correct = answered.filter((poll) => isCorrect(poll.body as unknown as PollQuestion, poll.response as unknown as PollResponse));
    return {
      sessionId: session.id,
      title: session.title,
      startsAt: session.starts_at,
      timeZone: session.time_zone,
      state: session.state,
      status: history.at(-1)?.status ?? null,
      history,
      polls: { asked: asked.length, answered: answered.length, correct: correct.length },
    };
  });
}

async function loadEntries(db: Kysely<DB>, enrolmentId: string, sessionIds: readonly string[]): Promise<(AttendanceHistoryEntry & { sessionId: string })[]> {
  const rows = await db
    .selectFrom("attendance as a")
    .leftJoin("person as by", "by.id", "a.recorded_by")
    .select(["a.session_id as sessionId", "a.status", "a.how", "a.reason", "a.flagged", "a.at", "by.name as recordedBy"])
    .where("a.enrolment_id", "=", enrolmentId)
    .where("a.session_id", "in", sessionIds)
    .orderBy("a.id")
    .execute();
  return rows.map(({ flagged, ...row }) => ({ ...row, sharedDevice: flagged !== null }));
}

function loadPolls(db: Kysely<DB>, { enrolmentId, chapterSlug }: LearnerKey, sessionIds: readonly string[]) {
  return db
    .selectFrom("lecture_poll as p")
    .innerJoin("question_version as v", "v.hash", "p.question_hash")
    .leftJoin("lecture_poll_response as r", (join) => join.onRef("r.poll_id", "=", "p.id").on("r.enrolment_id", "=", enrolmentId))
    .select(["p.session_id", "v.body", "r.response"])
    .where("p.session_id", "in", sessionIds)
    .where("p.chapter_slug", "=", chapterSlug)
    .execute();
}
