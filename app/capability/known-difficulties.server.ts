import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Tried } from "./difficulty";

/** What people did with these questions, as last counted. */
export async function knownDifficulties(db: Kysely<DB>, questionIds: readonly string[]): Promise<Map<string, Tried>> {
  if (questionIds.length === 0) return new Map();
  const rows = await db.selectFrom("capability_difficulty").select(["question_id", "answers", "failed"]).where("question_id", "in", [...new Set(questionIds)]).execute();
  return new Map(rows.map(({ question_id, answers, failed }) => [question_id, { answers, failed }]));
}
