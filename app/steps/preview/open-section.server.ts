import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { ReadingKey } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";
import { reportPreview } from "./report-preview.server";
import { settleReading } from "./settle-reading.server";

/**
 * Records that a section was opened in the version of now; the first one begins the step. A reading page calls it only
 * when it shows something that was not recorded as opened, so that coming back costs no write.
 */
export async function openSection(trx: Transaction<DB>, learner: Learner, input: ReadingKey & { sectionId: string; now: Date }): Promise<Result<undefined, NoReading>> {
  const { sectionId, now } = input;
  const locked = await lockReading(trx, learner, input, now);
  if (!locked.ok) return locked;
  const reading = locked.value;
  if (!reading.sections.some((section) => section.id === sectionId)) return fail({ code: "not-found" });
  await noteOpened(trx, input, { sectionIds: [sectionId], version: reading.version, now });
  await reportPreview(trx, reading.step, "begun", { ...input, actorId: learner.id, now });
  // A new version may ask for less than the one before: then everything is done already.
  await settleReading(trx, learner, input, reading, { ids: [], by: "reading" }, now);
  return ok(undefined);
}

/** Writes the opening of sections; of those opened before, the version. */
export async function noteOpened(trx: Transaction<DB>, { enrolmentId, chapterSlug }: ReadingKey, { sectionIds, version, now }: { sectionIds: readonly string[]; version: string; now: Date }): Promise<void> {
  if (sectionIds.length === 0) return;
  await trx
    .insertInto("section_reading")
    .values(sectionIds.map((section_id) => ({ enrolment_id: enrolmentId, chapter_slug: chapterSlug, section_id, first_opened_at: now, last_seen_at: now, opened_version: version, known_version: version })))
    .onConflict((conflict) => conflict.columns(["enrolment_id", "chapter_slug", "section_id"]).doUpdateSet({ opened_version: version, last_seen_at: now }))
    .execute();
}
