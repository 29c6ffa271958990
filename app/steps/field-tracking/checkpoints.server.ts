import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { stepGate } from "~/pipeline/index.server";
import { openedOn } from "./opened-on.server";
import { type Checkpoint, type CheckpointRecord, checkpointsOf } from "./plan";
import type { FieldStep } from "./rows.server";

/** A checkpoint as it is shown: with the manager who signed it, by name. */
export type ShownCheckpoint = Checkpoint & { managerName: string | null };

/** The plan of a learner's field step: its checkpoints with what was recorded; null as long as the step is locked. */
export async function checkpoints(db: Kysely<DB>, step: FieldStep, { timeZone, now }: { timeZone: string; now: Date }): Promise<ShownCheckpoint[] | null> {
  const opened = await openedOn(db, step, { timeZone, now });
  if (opened === null) return null;
  const [gate, rows] = await Promise.all([stepGate(db, step.enrolmentId, step.chapterSlug, "field-tracking"), recordsOf(db, step)]);
  const all = checkpointsOf(opened, gate.checkpointDays, rows, { today: isoDay(now, timeZone), reviewDays: gate.reviewDays });
  return all.map((one) => ({ ...one, managerName: rows.find(({ day }) => day === one.day)?.managerName ?? null }));
}

/** What was recorded, by day. */
export async function recordsOf(db: Kysely<DB>, { enrolmentId, chapterSlug }: FieldStep): Promise<(CheckpointRecord & { managerName: string | null })[]> {
  return db
    .selectFrom("field_checkpoint as k")
    .leftJoin("person as m", "m.id", "k.manager_signed_by")
    .select(["k.day", "k.agreed", "k.done", "k.version", "k.learner_signed_at as learnerSignedAt", "k.manager_signed_at as managerSignedAt", "m.name as managerName"])
    .where("k.enrolment_id", "=", enrolmentId)
    .where("k.chapter_slug", "=", chapterSlug)
    .orderBy("k.day")
    .execute();
}
