import type { Kysely } from "kysely";
import type { OwnEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { type ShownRubric, showRubric } from "~/marking";
import { rubricByHash } from "~/marking/index.server";
import { type ExhibitPart, loadExhibit } from "../exhibit.view.server";
import { assignmentByHash } from "../load-assignment.server";
import { IS_LATEST, SUBMISSION_COLUMNS } from "../rows.server";
import { type ReviewState, reviewStateAt } from "./review-rules";

/** The page on which one reviews somebody's work. */
export type ReviewPage = {
  id: string;
  author: string;
  state: ReviewState;
  open: boolean;
  dueAt: Date;
  guide: string;
  rubric: ShownRubric;
  parts: ExhibitPart[];
  /** What one said already. */
  given: { criteria: Record<string, number>; remark: string } | null;
};

/** One's own request with the work; undefined where it is not one's own, or was taken back. */
export async function reviewPage(db: Kysely<DB>, { enrolmentId }: Pick<OwnEnrolment, "enrolmentId">, { reviewId, locale, now }: { reviewId: string; locale: Locale; now: Date }): Promise<ReviewPage | undefined> {
  const row = await db
    .selectFrom("homework_review as r")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .innerJoin("enrolment as author", "author.id", "h.enrolment_id")
    .innerJoin("person as p", "p.id", "author.person_id")
    .select([...SUBMISSION_COLUMNS, "r.id as reviewId", "p.name as author", "r.state", "r.due_at as dueAt", "r.criteria", "r.remark", "h.state as work", IS_LATEST.as("latest")])
    .where("r.id", "=", reviewId)
    .where("r.reviewer_id", "=", enrolmentId)
    .where("r.state", "!=", "withdrawn")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const [rubric, assignment, parts] = await Promise.all([rubricByHash(db, row.rubricHash), assignmentByHash(db, row.assignmentHash), loadExhibit(db, row, { locale, now })]);
  return {
    id: row.reviewId,
    author: row.author,
    state: reviewStateAt(row, now),
    open: row.state !== "done" && row.work === "handed-in" && row.latest,
    dueAt: row.dueAt,
    guide: pick(assignment.peerReview.guide, locale),
    rubric: rubric === null ? { criteria: [] } : showRubric(rubric, locale),
    parts,
    given: row.criteria === null ? null : { criteria: row.criteria, remark: row.remark ?? "" },
  };
}
