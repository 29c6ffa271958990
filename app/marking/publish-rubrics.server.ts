import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { contentHash } from "~/platform/content-hash.server";
import type { Rubric } from "./rubric";

export type PublishRubricsReport = { changed: string[]; retired: string[] };

/**
 * Brings the rubrics to what content/ says: versions by content hash, nothing ever overwritten. What was marked stays
 * pinned to the version it was marked by. Safe to repeat.
 */
export async function publishRubrics(trx: Transaction<DB>, input: { rubrics: readonly Rubric[]; now: Date }): Promise<PublishRubricsReport> {
  const versions = input.rubrics.map((rubric) => ({ hash: contentHash(rubric), rubric }));
  const before = await trx.selectFrom("rubric").select(["key", "current_hash", "retired_at"]).execute();
  if (versions.length > 0) await store(trx, versions, input.now);
  const current = new Set(versions.map(({ rubric }) => rubric.key));
  const retired = before.filter(({ key, retired_at }) => retired_at === null && !current.has(key)).map(({ key }) => key);
  if (retired.length > 0) await trx.updateTable("rubric").set({ retired_at: input.now }).where("key", "in", retired).execute();
  const known = new Map(before.map(({ key, current_hash }) => [key, current_hash]));
  return { changed: versions.filter(({ hash, rubric }) => known.get(rubric.key) !== hash).map(({ rubric }) => rubric.key), retired };
}

async function store(trx: Transaction<DB>, versions: readonly { hash: string; rubric: Rubric }[], now: Date): Promise<void> {
  const rows = versions.map(({ hash, rubric }) => ({ hash, key: rubric.key, body: rubric as unknown as JsonValue, first_seen: now }));
  await trx.insertInto("rubric_version").values(rows).onConflict((conflict) => conflict.column("hash").doNothing()).execute();
  await trx
    .insertInto("rubric")
    .values(versions.map(({ hash, rubric }) => ({ key: rubric.key, current_hash: hash, retired_at: null })))
    .onConflict((conflict) => conflict.column("key").doUpdateSet((eb) => ({ current_hash: eb.ref("excluded.current_hash"), retired_at: null })))
    .execute();
}
