import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { ok, type Result } from "~/platform/result";
import type { ReadingKey } from "./chapter-reading.server";
import type { Learner, NoReading } from "./lock-reading.server";
import { recordBeats, type RecordedBeats } from "./record-beats.server";
import type { PreviewRecord } from "./record-schema.server";
import { recordWatched } from "./record-watched.server";

/** Takes what a device sends in one go: all of it or nothing, so that it can be sent again. */
export async function recordReading(trx: Transaction<DB>, learner: Learner, input: ReadingKey & PreviewRecord & { now: Date }): Promise<Result<RecordedBeats, NoReading>> {
  if (input.watched.length > 0) {
    const watched = await recordWatched(trx, learner, input);
    if (!watched.ok) return watched;
  }
  return input.beats.length > 0 ? recordBeats(trx, learner, input) : ok({ taken: 0, finished: [], studied: false });
}
