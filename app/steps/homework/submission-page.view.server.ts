import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { type ShownRubric, showRubric } from "~/marking";
import { rubricByHash } from "~/marking/index.server";
import { groupOf } from "~/cohorts/index.server";
import { type ExhibitPart, loadExhibit } from "./exhibit.view.server";
import type { HomeworkState } from "./homework";
import { type GivenMark, type GivenReview, marksOf, reviewsOf } from "./judgements.server";
import { assignmentByHash } from "./load-assignment.server";
import { type RehearsalLine, rehearsalLines } from "./rehearsals.view.server";
import type { ReviewerQuality } from "./review/quality";
import { type ReviewState, reviewStateAt } from "./review/review-rules";
import { loadReviewerQuality } from "./review/reviewer-quality.server";
import { SUBMISSION_COLUMNS, versionsOf } from "./rows.server";

/** A handed-in version as its instructor judges it. */
export type SubmissionPage = {
  id: string;
  number: number;
  learner: string;
  enrolmentId: string;
  cohortName: string;
  chapterSlug: string;
  chapterTitle: string;
  assignmentTitle: string;
  task: string[];
  state: HomeworkState;
  /** The newest version; only that can be marked. */
  latest: boolean;
  late: boolean;
  submittedAt: Date;
  parts: ExhibitPart[];
  rubric: ShownRubric;
  reviews: (GivenReview & { quality: ReviewerQuality | null })[];
  /** Peers who were asked and have not answered, or not in time. */
  waitingReviews: { reviewer: string; state: ReviewState; dueAt: Date }[];
  reviewsWanted: number;
  reviewsUntil: Date;
  /** Every word on every version, the newest first. */
  marks: (GivenMark & { number: number })[];
  versions: { id: string; number: number; submittedAt: Date }[];
  rehearsals: (Omit<RehearsalLine, "mine"> & { partTitle: string })[];
};

/** One version beside everything that bears on it; undefined where the cohort has no such one. */
export async function submissionPage(db: Kysely<DB>, { cohortId, submissionId, locale, now }: { cohortId: string; submissionId: string; locale: Locale; now: Date }): Promise<SubmissionPage | undefined> {
  const row = await db
    .selectFrom("homework_submission as s")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .innerJoin("enrolment as e", "e.id", "h.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .leftJoin("chapter", "chapter.slug", "h.chapter_slug")
    .select([...SUBMISSION_COLUMNS, "p.name as learner", "e.id as enrolmentId", "c.name as cohortName", "h.chapter_slug as chapterSlug", "chapter.title", "h.state"])
    .where("s.id", "=", submissionId)
    .where("e.cohort_id", "=", cohortId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const group = await groupOf(db, { enrolmentId: row.enrolmentId, purpose: "study" });
  const [assignment, parts, rubric, reviews, asked, versions, rehearsals, quality] = await Promise.all([
    assignmentByHash(db, row.assignmentHash),
    loadExhibit(db, row, { locale, now }),
    rubricByHash(db, row.rubricHash),
    reviewsOf(db, [submissionId]),
    askedPeers(db, submissionId),
    versionsOf(db, row.homeworkId),
    rehearsalLines(db, { chapterSlug: row.chapterSlug, enrolmentId: row.enrolmentId, groupId: group?.id ?? null }),
    loadReviewerQuality(db, { cohortId }),
  ]);
  const marks = await marksOf(db, versions.map(({ id }) => id));
  const partTitles = new Map(assignment.rehearsal.parts.map((part) => [part.id, pick(part.title, locale)]));
  return {
    id: row.id,
    number: row.number,
    learner: row.learner,
    enrolmentId: row.enrolmentId,
    cohortName: row.cohortName,
    chapterSlug: row.chapterSlug,
    chapterTitle: row.title === null ? row.chapterSlug : pick(row.title as Bilingual, locale),
    assignmentTitle: pick(assignment.title, locale),
    task: pick(assignment.task, locale).split(/\n\s*\n/),
    state: row.state,
    latest: versions[0]?.id === row.id,
    late: row.late,
    submittedAt: row.submittedAt,
    parts,
    rubric: rubric === null ? { criteria: [] } : showRubric(rubric, locale),
    reviews: reviews.map((review) => ({ ...review, quality: quality.get(review.reviewerId) ?? null })),
    waitingReviews: asked.map((peer) => ({ ...peer, state: reviewStateAt(peer, now) })),
    reviewsWanted: row.reviewsWanted,
    reviewsUntil: row.reviewsUntil,
    marks: marks.map((mark) => ({ ...mark, number: versions.find(({ id }) => id === mark.submissionId)?.number ?? 0 })),
    versions: versions.map(({ id, number, submittedAt }) => ({ id, number, submittedAt })),
    rehearsals: rehearsals.filter(({ enrolmentIds }) => enrolmentIds.includes(row.enrolmentId)).map((line) => ({ ...line, partTitle: partTitles.get(line.part) ?? line.part })),
  };
}

function askedPeers(db: Kysely<DB>, submissionId: string): Promise<{ reviewer: string; state: ReviewState; dueAt: Date }[]> {
  return db
    .selectFrom("homework_review as r")
    .innerJoin("enrolment as e", "e.id", "r.reviewer_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["p.name as reviewer", "r.state", "r.due_at as dueAt"])
    .where("r.submission_id", "=", submissionId)
    .where("r.state", "in", ["asked", "over"])
    .orderBy("r.asked_at")
    .execute();
}
