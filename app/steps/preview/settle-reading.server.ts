import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { canFinish, type FinishedBy, isStudied, sectionState } from "./reading";
import type { Learner, OpenReading } from "./lock-reading.server";
import type { ReadingKey } from "./chapter-reading.server";
import { reportPreview } from "./report-preview.server";

/** What came of what was just recorded. */
export interface Settled {
  /** Sections that are finished now and were not before. */
  finished: string[];
  /** Everything that the step asks for is finished. */
  studied: boolean;
}

/**
 * Draws the consequences of new facts: marks sections finished that meet the rule, and tells the pipeline when nothing
 * is left to do. `reading` holds the facts as they are now, and is changed with them.
 */
export async function settleReading(trx: Transaction<DB>, learner: Learner, key: ReadingKey, reading: OpenReading, touched: { ids: readonly string[]; by: FinishedBy }, now: Date): Promise<Settled> {
  const due = reading.sections.filter((section) => touched.ids.includes(section.id) && sectionState(section) !== "finished" && canFinish(section, touched.by, reading.step.gate).ok);
  for (const section of due) {
    section.finishedAt = now;
    await markFinished(trx, key, { sectionId: section.id, by: touched.by, version: reading.version, now });
  }
  const studied = isStudied(reading.sections);
  if (studied) await reportPreview(trx, reading.step, "passed", { ...key, actorId: learner.id, now });
  return { finished: due.map((section) => section.id), studied };
}

/** Who finishes a section knows its text as it is now. */
async function markFinished(trx: Transaction<DB>, { enrolmentId, chapterSlug }: ReadingKey, { sectionId, by, version, now }: { sectionId: string; by: FinishedBy; version: string; now: Date }): Promise<void> {
  await trx
    .updateTable("section_reading")
    .set({ finished_at: now, finished_by: by, finished_version: version, known_version: version, last_seen_at: now })
    .where("enrolment_id", "=", enrolmentId)
    .where("chapter_slug", "=", chapterSlug)
    .where("section_id", "=", sectionId)
    .where("finished_at", "is", null)
    .execute();
}
