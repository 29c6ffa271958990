import type { Kysely } from "kysely";
import { type ChapterName, chapterNames, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { type AttendanceCounts, type AttendanceStatus, type AttendanceWay, countAttendance } from "./attendance";
import { findSession, latestAttendance, type SessionKey } from "./rows.server";
import { type LectureSession, mayDo } from "./session";
import { lectureCohort, type SessionList } from "./session-list.view.server";

/** A learner on the roll. */
export interface RollLine {
  enrolmentId: string;
  name: string;
  nameLatin: string | null;
  /** Null while nobody said anything. */
  status: AttendanceStatus | null;
  how: AttendanceWay | null;
  at: Date | null;
  recordedBy: string | null;
  reason: string | null;
  /** Names of others who checked in on the same device. */
  sharesDeviceWith: string[];
}

export interface SessionPage {
  cohort: SessionList["cohort"];
  session: Omit<LectureSession, "chapters">;
  chapters: ChapterName[];
  roll: RollLine[];
  counts: AttendanceCounts;
  /** Whether it can be ended now: it runs, or its time has come. */
  mayEnd: boolean;
  /** Starting it now would be well before its time. */
  early: boolean;
}

/** From how long before its time a class may start without a question. */
const EARLY_MS = 60 * 60_000;

/** One session with its roll; undefined where the cohort has no such session. */
export async function sessionPage(db: Kysely<DB>, key: SessionKey, now: Date): Promise<SessionPage | undefined> {
  const [found, cohort] = await Promise.all([findSession(db, key), lectureCohort(db, key.cohortId)]);
  if (!found || !cohort) return undefined;
  const { chapters, ...session } = found;
  const [names, roll] = await Promise.all([chapterNames(db, chapters), loadRoll(db, key)]);
  const mayEnd = mayDo(session.state, "end") && (session.state === "running" || session.startsAt <= now);
  return { cohort, session, chapters: namesInOrder(chapters, names), roll, counts: countAttendance(roll.map((line) => line.status)), mayEnd, early: session.startsAt.getTime() - now.getTime() > EARLY_MS };
}

/** Chinese names by pinyin, as a roll is called. */
const BY_NAME = new Intl.Collator("zh-CN");

/** Everybody on the roll by name, with what counts of them. */
export async function loadRoll(db: Kysely<DB>, { cohortId, sessionId }: SessionKey): Promise<RollLine[]> {
  const rows = await db
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .leftJoin(latestAttendance(db).where("a.session_id", "=", sessionId).as("latest"), "latest.enrolment_id", "e.id")
    .leftJoin("person as by", "by.id", "latest.recorded_by")
    .select(["e.id as enrolmentId", "p.name", "p.name_latin as nameLatin", "latest.status", "latest.how", "latest.at", "latest.reason", "latest.device_id as deviceId", "by.name as recordedBy"])
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .orderBy("e.id")
    .execute();
  rows.sort((one, other) => BY_NAME.compare(one.name, other.name));
  const onDevice = new Map<string, string[]>();
  for (const { deviceId, enrolmentId } of rows) if (deviceId) onDevice.set(deviceId, [...(onDevice.get(deviceId) ?? []), enrolmentId]);
  const nameOf = new Map(rows.map((row) => [row.enrolmentId, row.name]));
  return rows.map(({ deviceId, ...row }) => ({
    ...row,
    sharesDeviceWith: (deviceId ? (onDevice.get(deviceId) ?? []) : []).filter((id) => id !== row.enrolmentId).map((id) => nameOf.get(id) ?? ""),
  }));
}
