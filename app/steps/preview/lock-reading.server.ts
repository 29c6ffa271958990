import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type ChapterReading, chapterReading, isOpen, type ReadingKey } from "./chapter-reading.server";
import { fail, ok, type Result } from "~/platform/result";

/** Who acts, for what a learner does in their own enrolment. */
export interface Learner {
  id: string;
}

/** Why nothing can be recorded: not theirs (or not there), nothing published, or the day has not come. */
export type NoReading = { code: "not-found" } | { code: "not-open"; opensAt: Date | null };

export type OpenReading = ChapterReading & { version: string };

/**
 * The learner's own reading, held until the transaction ends: two devices that report at once are taken one after the
 * other, so that time is not counted twice and exactly one of them finishes the chapter.
 */
export async function lockReading(trx: Transaction<DB>, learner: Learner, key: ReadingKey, now: Date): Promise<Result<OpenReading, NoReading>> {
  const enrolment = await trx
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .select("e.id")
    .where("e.id", "=", key.enrolmentId)
    .where("e.person_id", "=", learner.id)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .forNoKeyUpdate("e")
    .executeTakeFirst();
  // The language decides titles only, which no rule looks at.
  const reading = enrolment === undefined ? null : await chapterReading(trx, key, "zh");
  if (reading === null) return fail({ code: "not-found" });
  const { version, step } = reading;
  if (version === null) return fail({ code: "not-found" });
  return isOpen(step, now) ? ok({ ...reading, version }) : fail({ code: "not-open", opensAt: step.opensAt });
}
