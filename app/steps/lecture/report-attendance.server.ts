import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { cohortGate, recordEvidence } from "~/pipeline/index.server";
import type { AttendanceGate } from "./attendance";
import { chapterStanding, type SessionRecord } from "./attendance";
import { latestAttendance } from "./rows.server";
import type { LectureSession } from "./session";

export interface AttendanceReport {
  /** The session that brought the change; its chapters are looked at. */
  session: Pick<LectureSession, "id" | "cohortId" | "chapters">;
  /** Whose entries changed; everybody with an entry in the session when left out. */
  enrolmentIds?: readonly string[];
  actorId: string | null;
  now: Date;
}

/**
 * Tells the pipeline what all sessions of the cohort come to now, for each chapter and learner concerned. Roads are taken
 * in a fixed order, so that two classes that end at once do not wait for one another.
 */
export async function reportAttendance(trx: Transaction<DB>, { session, enrolmentIds, actorId, now }: AttendanceReport): Promise<void> {
  const chapters = [...session.chapters].sort();
  const learners = [...(enrolmentIds ?? (await learnersOn(trx, session.id)))].sort();
  if (learners.length === 0) return;
  const gates = await gatesOf(trx, session.cohortId, chapters);
  const records = await recordsOf(trx, session.cohortId, learners);
  for (const enrolmentId of learners) {
    for (const chapterSlug of chapters) {
      const gate = gates.get(chapterSlug);
      if (!gate) continue;
      const outcome = chapterStanding(records.get(`${enrolmentId} ${chapterSlug}`) ?? [], gate);
      // Refused where the chapter leaves the lecture out, or is not on the learner's road: then nothing hangs on it.
      await recordEvidence(trx, { enrolmentId, chapterSlug, step: "lecture", outcome, evidence: { kind: "attendance", id: `${session.id}/${enrolmentId}` }, actorId, now });
    }
  }
}

async function learnersOn(trx: Transaction<DB>, sessionId: string): Promise<string[]> {
  const rows = await trx.selectFrom("attendance").select("enrolment_id").distinct().where("session_id", "=", sessionId).execute();
  return rows.map((row) => row.enrolment_id);
}

async function gatesOf(trx: Transaction<DB>, cohortId: string, chapters: readonly string[]): Promise<Map<string, AttendanceGate>> {
  const rows = await trx.selectFrom("cohort_chapter").select("chapter_slug").where("cohort_id", "=", cohortId).where("chapter_slug", "in", chapters).execute();
  const gates = new Map<string, AttendanceGate>();
  for (const { chapter_slug: slug } of rows) gates.set(slug, await cohortGate(trx, cohortId, slug, "lecture"));
  return gates;
}

/** What counts of each learner in every session of the cohort, by `enrolment chapter`. */
async function recordsOf(trx: Transaction<DB>, cohortId: string, enrolmentIds: readonly string[]): Promise<Map<string, SessionRecord[]>> {
  const rows = await trx
    .selectFrom(latestAttendance(trx).where("a.enrolment_id", "in", enrolmentIds).as("latest"))
    .innerJoin("lecture_session as s", "s.id", "latest.session_id")
    .innerJoin("lecture_session_chapter as k", "k.session_id", "s.id")
    .select(["latest.enrolment_id", "latest.status", "s.state", "k.chapter_slug"])
    .where("s.cohort_id", "=", cohortId)
    .execute();
  const records = new Map<string, SessionRecord[]>();
  for (const { enrolment_id, chapter_slug, state, status } of rows) {
    const key = `${enrolment_id} ${chapter_slug}`;
    records.set(key, [...(records.get(key) ?? []), { state, status }]);
  }
  return records;
}
