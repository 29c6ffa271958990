import type { Kysely } from "kysely";
import { type ChapterName, chaptersOfCohort, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { type AttendanceCounts, type AttendanceStatus, countAttendance } from "./attendance";
import { latestAttendance, sessionRows, toSession } from "./rows.server";
import type { LectureSession } from "./session";

/** A session in its cohort's list. */
export interface SessionLine extends Omit<LectureSession, "chapters"> {
  chapters: ChapterName[];
  counts: AttendanceCounts;
}

export interface SessionList {
  cohort: { id: string; name: string; timeZone: string; learners: number };
  /** What a session can cover. */
  chapters: ChapterName[];
  /** By time. */
  sessions: SessionLine[];
}

/** All sessions of a cohort with who came; undefined where there is no such cohort. */
export async function sessionList(db: Kysely<DB>, cohortId: string): Promise<SessionList | undefined> {
  const cohort = await lectureCohort(db, cohortId);
  if (!cohort) return undefined;
  const [chapters, rows, attendance] = await Promise.all([
    chaptersOfCohort(db, cohortId),
    sessionRows(db).where("s.cohort_id", "=", cohortId).orderBy("s.starts_at").orderBy("s.id").execute(),
    latestAttendance(db)
      .innerJoin("lecture_session as s", "s.id", "a.session_id")
      .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
      .where("s.cohort_id", "=", cohortId)
      .where("e.left_at", "is", null)
      .execute(),
  ]);
  const names = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  const sessions = rows.map(toSession).map((session): SessionLine => {
    const marked = attendance.filter((entry) => entry.session_id === session.id).map((entry): AttendanceStatus | null => entry.status);
    const unmarked = Math.max(0, cohort.learners - marked.length);
    return { ...session, chapters: namesInOrder(session.chapters, names), counts: { ...countAttendance(marked), unmarked } };
  });
  return { cohort, chapters, sessions };
}

/** A cohort as the pages of its lectures head it. */
export async function lectureCohort(db: Kysely<DB>, cohortId: string): Promise<SessionList["cohort"] | undefined> {
  const row = await db
    .selectFrom("cohort as c")
    .select(["c.id", "c.name", "c.time_zone"])
    .select((eb) => eb.selectFrom("enrolment as e").select((count) => count.fn.countAll<string>().as("n")).whereRef("e.cohort_id", "=", "c.id").where("e.left_at", "is", null).as("learners"))
    .where("c.id", "=", cohortId)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, timeZone: row.time_zone, learners: Number(row.learners) };
}
