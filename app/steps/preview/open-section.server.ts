import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { beginReading } from "./begin-reading.server";
import type { ReadingKey } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";
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
  await beginReading(trx, learner, input, reading, [sectionId], now);
  // A new version may ask for less than the one before: then everything is done already.
  await settleReading(trx, learner, input, reading, { ids: [], by: "reading" }, now);
  return ok(undefined);
}
