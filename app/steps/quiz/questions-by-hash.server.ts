import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { keptByHash } from "~/platform/kept-by-hash.server";
import type { QuestionVersion } from "./question";

/** A few banks: what a class is at, and what is marked meanwhile. */
const kept = keptByHash<QuestionVersion>(2_000);

/** Versions of questions with their keys, most of them from memory: a class reads the same ones within seconds. Shared, so frozen. */
export function questionsByHash(db: Kysely<DB>, hashes: readonly string[]): Promise<Map<string, QuestionVersion>> {
  return kept(hashes, async (missing) => {
    const rows = await db.selectFrom("question_version").select(["hash", "body"]).where("hash", "in", missing).execute();
    // Bodies passed questionSchema before they were stored, and cannot change since.
    return rows.map((row) => [row.hash, row.body as unknown as QuestionVersion]);
  });
}
