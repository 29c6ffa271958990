import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { contentHash } from "~/platform/content-hash.server";
import type { Assignment } from "./assignment";

/**
 * Brings the chapters' assignments to what content/ says: versions by content hash, nothing ever overwritten. Homework
 * that was begun keeps the version it was begun under. Safe to repeat. Answers the chapters whose task changed.
 */
export async function publishAssignments(trx: Transaction<DB>, input: { assignments: readonly { chapterSlug: string; assignment: Assignment }[]; now: Date }): Promise<string[]> {
  const versions = input.assignments.map(({ chapterSlug, assignment }) => ({ chapterSlug, assignment, hash: contentHash({ chapterSlug, assignment }) }));
  const before = new Map((await trx.selectFrom("homework_assignment").select(["chapter_slug", "current_hash"]).execute()).map((row) => [row.chapter_slug, row.current_hash]));
  if (versions.length > 0) {
    const rows = versions.map(({ hash, chapterSlug, assignment }) => ({ hash, chapter_slug: chapterSlug, body: assignment as unknown as JsonValue, first_seen: input.now }));
    await trx.insertInto("homework_assignment_version").values(rows).onConflict((conflict) => conflict.column("hash").doNothing()).execute();
    await trx
      .insertInto("homework_assignment")
      .values(versions.map(({ hash, chapterSlug }) => ({ chapter_slug: chapterSlug, current_hash: hash, retired_at: null })))
      .onConflict((conflict) => conflict.column("chapter_slug").doUpdateSet((eb) => ({ current_hash: eb.ref("excluded.current_hash"), retired_at: null })))
      .execute();
  }
  const gone = [...before.keys()].filter((slug) => !versions.some(({ chapterSlug }) => chapterSlug === slug));
  if (gone.length > 0) await trx.updateTable("homework_assignment").set({ retired_at: input.now }).where("chapter_slug", "in", gone).where("retired_at", "is", null).execute();
  return versions.filter(({ chapterSlug, hash }) => before.get(chapterSlug) !== hash).map(({ chapterSlug }) => chapterSlug);
}
