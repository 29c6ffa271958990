import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type CriterionPoints, type RubricError, rubricPoints } from "~/marking";
import { rubricByHash } from "~/marking/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { againFrom } from "./anchor";

export interface AnchorScores {
  anchorKey: string;
  /** The version that was in view. */
  seenHash: string;
  criteria: CriterionPoints;
  remark: string | null;
  now: Date;
}

export type ScoreAnchorError =
  | { code: "not-found" }
  /** The case was changed meanwhile: it must be read again. */
  | { code: "changed" }
  /** Scored already; the scores are kept, and it can be scored again from then on. */
  | { code: "too-soon"; from: Date }
  | RubricError;

/** An examiner's blind scores of an anchor, whole and for good. Afterwards the agreed ones may be read. */
export async function scoreAnchor(trx: Transaction<DB>, actor: { id: string }, input: AnchorScores): Promise<Result<{ ratingId: string; round: number }, ScoreAnchorError>> {
  const anchor = await trx
    .selectFrom("anchor as a")
    .innerJoin("anchor_version as v", "v.hash", "a.current_hash")
    .select(["v.hash", "v.rubric_hash"])
    .where("a.key", "=", input.anchorKey)
    .where("a.retired_at", "is", null)
    .executeTakeFirst();
  if (anchor === undefined) return fail({ code: "not-found" });
  const last = await trx.selectFrom("anchor_rating").select(["round", "rated_at"]).where("person_id", "=", actor.id).where("anchor_key", "=", input.anchorKey).orderBy("round", "desc").limit(1).executeTakeFirst();
  if (last !== undefined && againFrom(last.rated_at) > input.now) return fail({ code: "too-soon", from: againFrom(last.rated_at) });
  if (anchor.hash !== input.seenHash) return fail({ code: "changed" });
  const rubric = await rubricByHash(trx, anchor.rubric_hash);
  if (rubric === null) return fail({ code: "not-found" });
  const points = rubricPoints(rubric, input.criteria);
  if (!points.ok) return points;
  const round = (last?.round ?? 0) + 1;
  // Of two sent at once one is kept.
  const rating = await trx
    .insertInto("anchor_rating")
    .values({ person_id: actor.id, anchor_key: input.anchorKey, anchor_hash: anchor.hash, round, remark: input.remark, rated_at: input.now })
    .onConflict((conflict) => conflict.columns(["person_id", "anchor_key", "round"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (rating === undefined) return fail({ code: "too-soon", from: againFrom(input.now) });
  await trx.insertInto("anchor_score").values(Object.entries(input.criteria).map(([criterion, score]) => ({ rating_id: rating.id, criterion_id: criterion, points: score }))).execute();
  return ok({ ratingId: rating.id, round });
}
