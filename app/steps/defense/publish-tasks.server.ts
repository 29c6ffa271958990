import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { contentHash } from "~/platform/content-hash.server";
import type { DefenseTask } from "./task";

/**
 * Brings the chapters' defense tasks to what content/ says: versions by content hash, nothing ever overwritten. A defense
 * that has begun keeps its version. Safe to repeat. Answers the chapters whose task changed.
 */
export async function publishTasks(trx: Transaction<DB>, input: { tasks: readonly { chapterSlug: string; task: DefenseTask }[]; now: Date }): Promise<string[]> {
  const versions = input.tasks.map(({ chapterSlug, task }) => ({ chapterSlug, task, hash: contentHash({ chapterSlug, task }) }));
  const before = new Map((await trx.selectFrom("defense_task").select(["chapter_slug", "current_hash"]).execute()).map((row) => [row.chapter_slug, row.current_hash]));
  if (versions.length > 0) {
    const rows = versions.map(({ hash, chapterSlug, task }) => ({ hash, chapter_slug: chapterSlug, body: task as unknown as JsonValue, first_seen: input.now }));
    await trx.insertInto("defense_task_version").values(rows).onConflict((conflict) => conflict.column("hash").doNothing()).execute();
    await trx
      .insertInto("defense_task")
      .values(versions.map(({ hash, chapterSlug }) => ({ chapter_slug: chapterSlug, current_hash: hash, retired_at: null })))
      .onConflict((conflict) => conflict.column("chapter_slug").doUpdateSet((eb) => ({ current_hash: eb.ref("excluded.current_hash"), retired_at: null })))
      .execute();
  }
  const gone = [...before.keys()].filter((slug) => !versions.some(({ chapterSlug }) => chapterSlug === slug));
  if (gone.length > 0) await trx.updateTable("defense_task").set({ retired_at: input.now }).where("chapter_slug", "in", gone).where("retired_at", "is", null).execute();
  return versions.filter(({ chapterSlug, hash }) => before.get(chapterSlug) !== hash).map(({ chapterSlug }) => chapterSlug);
}
