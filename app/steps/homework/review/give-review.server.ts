import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type CriterionPoints, type RubricError, rubricPoints } from "~/marking";
import { rubricByHash } from "~/marking/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { sayHomework } from "../capability.server";
import { IS_LATEST, lockClass } from "../rows.server";
import { advanceReviews } from "./advance-reviews.server";

export type GiveReviewError = RubricError | { code: "not-found" } | { code: "no-remark" } | { code: "given" } | /** The instructor was faster, or a newer version is in. */ { code: "closed" };

/** Shortest remark that says something, in characters. */
export const LEAST_REMARK = 10;

/**
 * Gives a review that one was asked for. Late is taken as long as nobody has marked the work. What was given stays as it
 * was given. Membership is asked here: a request of somebody else's, or of who left, is not there.
 */
export async function giveReview(trx: Transaction<DB>, actor: { id: string }, input: { reviewId: string; criteria: CriterionPoints; remark: string; now: Date }): Promise<Result<undefined, GiveReviewError>> {
  const key = await trx
    .selectFrom("homework_review as r")
    .innerJoin("enrolment as e", "e.id", "r.reviewer_id")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .select(["e.cohort_id as cohortId", "h.chapter_slug as chapterSlug"])
    .where("r.id", "=", input.reviewId)
    .where("e.person_id", "=", actor.id)
    .where("e.left_at", "is", null)
    .executeTakeFirst();
  if (key === undefined || !(await lockClass(trx, key))) return fail({ code: "not-found" });
  const row = await trx
    .selectFrom("homework_review as r")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .select(["h.id as homeworkId", "r.state", "h.state as work", "s.rubric_hash as rubricHash", IS_LATEST.as("latest")])
    .where("r.id", "=", input.reviewId)
    .executeTakeFirstOrThrow();
  if (row.state === "done") return fail({ code: "given" });
  if (row.state === "withdrawn" || row.work !== "handed-in" || !row.latest) return fail({ code: "closed" });
  const rubric = await rubricByHash(trx, row.rubricHash);
  if (rubric === null) return fail({ code: "closed" });
  const points = rubricPoints(rubric, input.criteria);
  if (!points.ok) return points;
  const remark = input.remark.trim();
  if ([...remark].length < LEAST_REMARK) return fail({ code: "no-remark" });
  await trx
    .updateTable("homework_review")
    .set({ state: "done", done_at: input.now, criteria: input.criteria, points: points.value.points, max_points: points.value.max, remark })
    .where("id", "=", input.reviewId)
    .execute();
  await sayHomework(trx, [row.homeworkId], input.now);
  await advanceReviews(trx, { ...key, now: input.now });
  return ok();
}

/** The reviewer has the work before their eyes: the request does not move to somebody else any more. */
export async function openReview(trx: Transaction<DB>, actor: { id: string }, { reviewId, now }: { reviewId: string; now: Date }): Promise<void> {
  await trx
    .updateTable("homework_review")
    .set({ opened_at: now })
    .where("id", "=", reviewId)
    .where("state", "=", "asked")
    .where("opened_at", "is", null)
    .where("reviewer_id", "in", (eb) => eb.selectFrom("enrolment").select("id").where("person_id", "=", actor.id).where("left_at", "is", null))
    .execute();
}
