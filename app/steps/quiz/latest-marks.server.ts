import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { CriterionPoints } from "./score";

/** The mark that counts at one place. */
export type LatestMark = {
  id: string;
  position: number;
  points: number;
  max: number;
  answered: boolean;
  markerId: string | null;
  criteria: CriterionPoints | null;
  remark: string | null;
};

/** The latest mark of every place that has one. */
export async function latestMarks(db: Kysely<DB>, attemptId: string): Promise<LatestMark[]> {
  const rows = await db
    .selectFrom("quiz_mark")
    .select(["id", "position", "points", "max", "answered", "marker_id", "criteria", "remark"])
    .distinctOn("position")
    .where("attempt_id", "=", attemptId)
    .orderBy("position")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ marker_id: markerId, ...row }) => ({ ...row, markerId }));
}
