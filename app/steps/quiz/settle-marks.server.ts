/** What every new mark of an attempt brings with it, whoever gives it and however. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { decide, type Standing } from "./attempt";
import { sayAttempts } from "./capability.server";
import { reportStanding } from "./gate.server";
import { latestMarks } from "./latest-marks.server";
import { ATTEMPT_COLUMNS, attemptOf, type ActorRef, type AttemptRow } from "./rows.server";

/** The attempt, held until the transaction ends; undefined where the cohort has no such attempt. */
export async function lockAttempt(trx: Transaction<DB>, { cohortId, attemptId }: { cohortId: string; attemptId: string }): Promise<AttemptRow | undefined> {
  return trx
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .select(ATTEMPT_COLUMNS)
    .where("quiz_attempt.id", "=", attemptId)
    .where("enrolment.cohort_id", "=", cohortId)
    .forUpdate("quiz_attempt")
    .executeTakeFirst();
}

/** Somebody else marked the answer since the marker looked. */
export interface MarkedMeanwhile {
  code: "marked-meanwhile";
  by: string;
  points: number;
  max: number;
}

/** Whether the place has another mark by now than the marker saw (left out: whatever is there is marked over). The attempt's row lock is held. */
export async function markedMeanwhile(trx: Transaction<DB>, { attemptId, position, seenMarkId }: { attemptId: string; position: number; seenMarkId?: string | null }): Promise<MarkedMeanwhile | null> {
  if (seenMarkId === undefined) return null;
  const latest = await trx
    .selectFrom("quiz_mark")
    .leftJoin("person", "person.id", "quiz_mark.marker_id")
    .select(["quiz_mark.id", "quiz_mark.points", "quiz_mark.max", "person.name"])
    .where("attempt_id", "=", attemptId)
    .where("position", "=", position)
    .orderBy("quiz_mark.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (latest === undefined || latest.id === seenMarkId) return null;
  return { code: "marked-meanwhile", by: latest.name ?? "", points: latest.points, max: latest.max };
}

/** Brings the attempt to what its marks add up to and tells the pipeline; no standing while answers wait. */
export async function settleMarks(trx: Transaction<DB>, actor: ActorRef, row: AttemptRow, { places, now }: { places: number; now: Date }): Promise<{ pending: number; standing: Standing | null }> {
  const marks = await latestMarks(trx, row.id);
  const pending = places - marks.length;
  const decided = decide(attemptOf(row), { type: "mark", pending, marks, passMark: row.pass_mark }, now);
  if (!decided.ok || decided.value.type !== "marked") return { pending, standing: null };
  const { points, maxPoints, passed } = decided.value;
  await trx
    .updateTable("quiz_attempt")
    .set({ state: "marked", points, max_points: maxPoints, passed, version: row.version + 1 })
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirstOrThrow();
  await sayAttempts(trx, [row.id], now);
  return { pending, standing: await reportStanding(trx, { enrolmentId: row.enrolment_id, chapterSlug: row.chapter_slug, attemptId: row.id, actorId: actor.id, now }) };
}
