import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { ReadingKey } from "./chapter-reading.server";
import type { Learner, OpenReading } from "./lock-reading.server";
import { reportPreview } from "./report-preview.server";

/**
 * Writes that these sections were opened in the version of now, and begins the step with the first. Whatever else is
 * recorded of a section implies it: a page that was read without a network told nobody that it was opened.
 */
export async function beginReading(trx: Transaction<DB>, learner: Learner, key: ReadingKey, reading: OpenReading, sectionIds: readonly string[], now: Date): Promise<void> {
  const { enrolmentId, chapterSlug } = key;
  const { version, step, sections } = reading;
  const stale = sections.filter((section) => sectionIds.includes(section.id) && section.openedVersion !== version);
  if (stale.length > 0) {
    await trx
      .insertInto("section_reading")
      .values(stale.map(({ id }) => ({ enrolment_id: enrolmentId, chapter_slug: chapterSlug, section_id: id, first_opened_at: now, last_seen_at: now, opened_version: version, known_version: version })))
      .onConflict((conflict) => conflict.columns(["enrolment_id", "chapter_slug", "section_id"]).doUpdateSet({ opened_version: version }))
      .execute();
  }
  await reportPreview(trx, step, "begun", { ...key, actorId: learner.id, now });
}
