import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { applyCommand } from "~/pipeline/index.server";
import { endSession, planSession, recordAttendance, startSession } from "~/steps/lecture/index.server";
import type { Walker } from "./walk-road";

const MINUTE_MS = 60_000;
const LENGTH_MINUTES = 180;

interface Lecture {
  cohortId: string;
  chapters: string[];
  place: string;
  startsAt: Date;
  instructorId: string;
}

/** How learners of a cohort come through the lecture; `end` closes the class where there was one. */
export interface LectureOfStory {
  attend(walker: Walker): Promise<void>;
  end(): Promise<void>;
}

/** A class that was held: who walks past it was there. */
export async function heldLecture(trx: Transaction<DB>, lecture: Lecture): Promise<LectureOfStory> {
  const { cohortId, startsAt, instructorId } = lecture;
  const sessionId = await plan(trx, lecture, new Date(startsAt.getTime() - 7 * 24 * 60 * MINUTE_MS));
  const later = (minutes: number): Date => new Date(startsAt.getTime() + minutes * MINUTE_MS);
  await startSession(trx, { cohortId, sessionId, now: startsAt });
  return {
    async attend({ enrolmentId, spread }) {
      const status = spread > 0.85 ? "late" : "present";
      await recordAttendance(trx, { id: instructorId }, { cohortId, sessionId, entries: [{ enrolmentId, status }], now: later(status === "late" ? 18 : 4) });
    },
    async end() {
      await endSession(trx, { id: instructorId }, { cohortId, sessionId, now: later(LENGTH_MINUTES) });
    },
  };
}

/** A class to come: the few who are past it already heard it in an earlier cohort and had it waived. */
export async function plannedLecture(trx: Transaction<DB>, lecture: Lecture, plannedAt: Date): Promise<LectureOfStory> {
  await plan(trx, lecture, plannedAt);
  return {
    async attend({ enrolmentId, chapterSlug, begins, spread }) {
      const now = new Date(begins.getTime() + (7 + spread) * 24 * 60 * MINUTE_MS);
      const cause = { kind: "person", actorId: lecture.instructorId, reason: "去年夏季班听过这一讲，签到记录已核对。" } as const;
      const waived = await applyCommand(trx, { enrolmentId, chapterSlug, step: "lecture", command: { kind: "waive", cause }, now });
      if (!waived.ok) throw new Error(`the demo's waiver was refused: ${waived.error.code}`);
    },
    end: () => Promise.resolve(),
  };
}

async function plan(trx: Transaction<DB>, lecture: Lecture, now: Date): Promise<string> {
  const planned = await planSession(trx, { id: lecture.instructorId }, {
    cohortId: lecture.cohortId,
    title: "建立信任：从一句话介绍到客户关系发展表",
    place: lecture.place,
    link: null,
    startsAt: lecture.startsAt,
    endsAt: new Date(lecture.startsAt.getTime() + LENGTH_MINUTES * MINUTE_MS),
    chapterSlugs: lecture.chapters,
    now,
  });
  if (!planned.ok) throw new Error(`the demo's class was refused: ${planned.error.code}`);
  return planned.value.sessionId;
}
