import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { CriterionPoints } from "~/marking";
import { rubricsByHash } from "~/marking/index.server";
import { reviewerQuality, type ReviewerQuality } from "./quality";

/** How close every reviewer of a cohort comes to the instructor, over all chapters (or one), by enrolment. */
export async function loadReviewerQuality(db: Kysely<DB>, { cohortId, chapterSlug = null }: { cohortId: string; chapterSlug?: string | null }): Promise<Map<string, ReviewerQuality>> {
  const { rows } = await sql<{ reviewerId: string; review: CriterionPoints; mark: CriterionPoints; rubricHash: string }>`
    select r.reviewer_id as "reviewerId", r.criteria as review, m.criteria as mark, s.rubric_hash as "rubricHash"
    from homework_review r
    join enrolment e on e.id = r.reviewer_id
    join homework_submission s on s.id = r.submission_id
    join homework h on h.id = s.homework_id
    join lateral (select criteria from homework_mark where submission_id = s.id order by id desc limit 1) m on true
    where r.state = 'done' and e.cohort_id = ${cohortId} and (${chapterSlug}::text is null or h.chapter_slug = ${chapterSlug})`.execute(db);
  const rubrics = await rubricsByHash(db, rows.map(({ rubricHash }) => rubricHash));
  return reviewerQuality(rows.map(({ rubricHash, ...row }) => ({ ...row, rubric: rubrics.get(rubricHash) ?? { criteria: [] } })));
}
