import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { keptByHash } from "~/platform/kept-by-hash.server";
import type { Rubric } from "./rubric";

const kept = keptByHash<Rubric>(500);

/** A rubric with the name of its version, which a mark keeps for ever. */
export type PinnedRubric = { hash: string; rubric: Rubric };

/** The version of a rubric that new work is judged by; null when there is none (any more). */
export async function currentRubric(db: Kysely<DB>, key: string): Promise<PinnedRubric | null> {
  const row = await db
    .selectFrom("rubric")
    .innerJoin("rubric_version as version", "version.hash", "rubric.current_hash")
    .select(["version.hash", "version.body"])
    .where("rubric.key", "=", key)
    .where("rubric.retired_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : { hash: row.hash, rubric: row.body as unknown as Rubric };
}

/** A version that something was judged by. */
export async function rubricByHash(db: Kysely<DB>, hash: string): Promise<Rubric | null> {
  return (await rubricsByHash(db, [hash])).get(hash) ?? null;
}

/** The same for several versions. */
export function rubricsByHash(db: Kysely<DB>, hashes: readonly string[]): Promise<Map<string, Rubric>> {
  return kept(hashes, async (missing) => {
    const rows = await db.selectFrom("rubric_version").select(["hash", "body"]).where("hash", "in", missing).execute();
    return rows.map(({ hash, body }) => [hash, body as unknown as Rubric]);
  });
}
