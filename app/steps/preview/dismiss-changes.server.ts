import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { ReadingKey } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";

/** The learner has seen what changed in a section: from now on they know its text as it is. */
export async function dismissChanges(trx: Transaction<DB>, learner: Learner, input: ReadingKey & { sectionId: string; now: Date }): Promise<Result<undefined, NoReading>> {
  const { enrolmentId, chapterSlug, sectionId, now } = input;
  const locked = await lockReading(trx, learner, input, now);
  if (!locked.ok) return locked;
  const updated = await trx
    .updateTable("section_reading")
    .set({ known_version: locked.value.version })
    .where("enrolment_id", "=", enrolmentId)
    .where("chapter_slug", "=", chapterSlug)
    .where("section_id", "=", sectionId)
    .returning("section_id")
    .executeTakeFirst();
  return updated === undefined ? fail({ code: "not-found" }) : ok(undefined);
}
