import type { Kysely } from "kysely";
import { type ChapterName, chapterNames, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { stepGate } from "~/pipeline/index.server";
import { type AttendanceStatus, attendanceOutcome } from "./attendance";
import { latestAttendance, sessionRows, toSession } from "./rows.server";
import { checkInOpen, type LectureSession } from "./session";

/** A session as a learner of one chapter sees it. */
export interface OwnSession extends Omit<LectureSession, "chapters"> {
  chapters: ChapterName[];
  /** Null: nobody said anything yet. */
  status: AttendanceStatus | null;
  reason: string | null;
  /** Whether the status fulfils the cohort's gate; null without a status. */
  counts: boolean | null;
  mayCheckIn: boolean;
}

/** The sessions of the learner's cohort that cover a chapter, by time; the caller has checked the enrolment. */
export async function learnerLectures(db: Kysely<DB>, { enrolmentId, cohortId, chapterSlug, now }: { enrolmentId: string; cohortId: string; chapterSlug: string; now: Date }): Promise<OwnSession[]> {
  const [rows, gate] = await Promise.all([sessionsCovering(db, cohortId, chapterSlug).execute(), stepGate(db, enrolmentId, chapterSlug, "lecture")]);
  const sessions = rows.map(toSession);
  const [names, entries] = await Promise.all([
    chapterNames(db, sessions.flatMap((session) => session.chapters)),
    latestAttendance(db).where("a.enrolment_id", "=", enrolmentId).execute(),
  ]);
  const latest = new Map(entries.map((entry) => [entry.session_id, entry]));
  return sessions.map((session) => {
    const entry = latest.get(session.id);
    const status = entry?.status ?? null;
    return {
      ...session,
      chapters: namesInOrder(session.chapters, names),
      status,
      reason: entry?.reason ?? null,
      counts: status && attendanceOutcome(status, gate) === "passed",
      mayCheckIn: status === null && checkInOpen(session, now),
    };
  });
}

/** The next session of a chapter that is not over, if one is planned. */
export async function nextSession(db: Kysely<DB>, { enrolmentId, chapterSlug, now }: { enrolmentId: string; chapterSlug: string; now: Date }): Promise<Pick<LectureSession, "id" | "title" | "place" | "link" | "startsAt" | "endsAt" | "timeZone" | "state"> | undefined> {
  const enrolment = await db.selectFrom("enrolment").select("cohort_id").where("id", "=", enrolmentId).where("left_at", "is", null).executeTakeFirst();
  if (!enrolment) return undefined;
  const rows = await sessionsCovering(db, enrolment.cohort_id, chapterSlug).where("s.state", "in", ["planned", "running"]).execute();
  return rows.map(toSession).find((session) => session.state === "running" || session.endsAt > now);
}

function sessionsCovering(db: Kysely<DB>, cohortId: string, chapterSlug: string) {
  return sessionRows(db)
    .where("s.cohort_id", "=", cohortId)
    .where((eb) => eb.exists(eb.selectFrom("lecture_session_chapter as covered").select("covered.session_id").whereRef("covered.session_id", "=", "s.id").where("covered.chapter_slug", "=", chapterSlug)))
    .orderBy("s.starts_at")
    .orderBy("s.id");
}
