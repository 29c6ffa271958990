import { sql, type Transaction } from "kysely";
import type { MediaUse } from "~/courseware";
import type { DB } from "~/db/schema";
import { ok, type Result } from "~/platform/result";
import type { ReadingKey } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";
import { playedStretches, type WatchedStretch } from "./watched";

/** Adds what was played to the union of what was played before. Recordings that the chapter does not have are passed over. */
export async function recordWatched(trx: Transaction<DB>, learner: Learner, input: ReadingKey & { watched: readonly WatchedStretch[]; now: Date }): Promise<Result<undefined, NoReading>> {
  const { enrolmentId, chapterSlug, now } = input;
  const locked = await lockReading(trx, learner, input, now);
  if (!locked.ok) return locked;
  const stretches = playedStretches(input.watched, await recordings(trx, locked.value.version));
  for (const { mediaId, from, to } of stretches) {
    await sql`
      insert into media_watch (enrolment_id, chapter_slug, media_id, watched, stopped_at, last_watched_at)
      values (${enrolmentId}, ${chapterSlug}, ${mediaId}, nummultirange(numrange(${from}::numeric, ${to}::numeric)), ${to}::real, ${now}::timestamptz)
      on conflict (enrolment_id, chapter_slug, media_id) do update
        set watched = media_watch.watched + excluded.watched, stopped_at = excluded.stopped_at, last_watched_at = excluded.last_watched_at`.execute(trx);
  }
  return ok(undefined);
}

/** Lengths of the recordings in a version, in either language. */
async function recordings(trx: Transaction<DB>, version: string): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom("section_version as s")
    .innerJoin("mdx_module as m", "m.code_hash", "s.code_hash")
    .select(sql<MediaUse[]>`m.uses -> 'media'`.as("media"))
    .where("s.chapter_version", "=", version)
    .where(sql<boolean>`m.uses -> 'media' <> '[]'`)
    .execute();
  return new Map(rows.flatMap(({ media }) => media.map(({ id, seconds }) => [id, seconds] as const)));
}
