import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { rubricsByHash } from "~/marking/index.server";
import { type Anchor, type AnchorResult, compareWithConsensus } from "./anchor";

/** A scored anchor of one examiner with what it was compared with. */
export interface RatedAnchor extends AnchorResult {
  personId: string;
  round: number;
  chapterSlug: string;
  title: Anchor["title"];
}

/** Everything that these people have scored, oldest first. Whether somebody may see it, the caller asks. */
export async function anchorResults(db: Kysely<DB>, personIds: readonly string[]): Promise<RatedAnchor[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom("anchor_rating as r")
    .innerJoin("anchor_version as v", "v.hash", "r.anchor_hash")
    .select(["r.person_id as personId", "r.anchor_key as anchorKey", "r.round", "r.rated_at as ratedAt", "v.chapter_slug as chapterSlug", "v.rubric_hash as rubricHash", "v.body"])
    .select(sql<Record<string, number>>`(select json_object_agg(s.criterion_id, s.points) from anchor_score s where s.rating_id = r.id)`.as("given"))
    .where("r.person_id", "in", [...personIds])
    .orderBy("r.rated_at")
    .orderBy("r.id")
    .execute();
  const rubrics = await rubricsByHash(db, rows.map(({ rubricHash }) => rubricHash));
  return rows.flatMap(({ rubricHash, body, given, ...row }) => {
    const { consensus, title } = body as unknown as Anchor;
    const rubric = rubrics.get(rubricHash);
    const comparison = rubric === undefined ? null : compareWithConsensus(rubric, consensus, given);
    return comparison === null ? [] : [{ ...row, title, comparison }];
  });
}
