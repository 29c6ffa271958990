/** What was said about handed-in versions: by peers and by the instructor. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { CriterionPoints } from "~/marking";
import type { Verdict } from "./homework";

export type GivenReview = { id: string; submissionId: string; reviewerId: string; reviewer: string; criteria: CriterionPoints; points: number; max: number; remark: string; doneAt: Date };
export type GivenMark = { id: string; submissionId: string; marker: string; verdict: Verdict; criteria: CriterionPoints; points: number | null; max: number | null; remark: string | null; at: Date };

/** The reviews that were given on these versions, as they came. */
export async function reviewsOf(db: Kysely<DB>, submissionIds: readonly string[]): Promise<GivenReview[]> {
  if (submissionIds.length === 0) return [];
  const rows = await db
    .selectFrom("homework_review as r")
    .innerJoin("enrolment as e", "e.id", "r.reviewer_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["r.id", "r.submission_id as submissionId", "r.reviewer_id as reviewerId", "p.name as reviewer", "r.criteria", "r.points", "r.max_points as max", "r.remark", "r.done_at as doneAt"])
    .where("r.submission_id", "in", submissionIds)
    .where("r.state", "=", "done")
    .orderBy("r.done_at")
    .orderBy("r.id")
    .execute();
  return rows.flatMap(({ criteria, points, max, remark, doneAt, ...row }) => (criteria !== null && points !== null && max !== null && remark !== null && doneAt !== null ? [{ ...row, criteria, points, max, remark, doneAt }] : []));
}

/** The instructors' words on these versions, the newest first. */
export function marksOf(db: Kysely<DB>, submissionIds: readonly string[]): Promise<GivenMark[]> {
  if (submissionIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom("homework_mark as m")
    .innerJoin("person as p", "p.id", "m.marker_id")
    .select(["m.id", "m.submission_id as submissionId", "p.name as marker", "m.verdict", "m.criteria", "m.points", "m.max_points as max", "m.remark", "m.at"])
    .where("m.submission_id", "in", submissionIds)
    .orderBy("m.id", "desc")
    .execute();
}
