import { type Kysely, sql } from "kysely";
import { membersOf, standingGroups } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { cohortGate } from "~/pipeline/index.server";
import type { HomeworkState } from "./homework";
import type { ReviewerQuality } from "./review/quality";
import { type ReviewState, reviewStateAt } from "./review/review-rules";
import { loadReviewerQuality } from "./review/reviewer-quality.server";
import type { ClassKey } from "./rows.server";

/** A peer review in the list: who was asked about whose work. */
export type AllocationLine = { reviewer: string; state: ReviewState; dueAt: Date; late: boolean };

export type ClassLearner = {
  enrolmentId: string;
  name: string;
  state: HomeworkState | "new";
  /** The newest version. */
  submission: { id: string; number: number; submittedAt: Date; late: boolean; wanted: number } | null;
  /** Who reviews it. */
  reviewers: AllocationLine[];
  /** Requests to this learner: how many, and how many of them answered. */
  asked: number;
  answered: number;
  quality: ReviewerQuality | null;
  rehearsals: number;
};

export type ClassPage = {
  chapter: { slug: string; title: Bilingual };
  chapters: { slug: string; title: Bilingual }[];
  gate: { dueAt: Date | null; peerReviews: number; acceptLate: boolean };
  /** Study groups with their members, and those who are in none. */
  groups: { id: string | null; name: string | null; learners: ClassLearner[] }[];
  counts: { learners: number; handedIn: number; accepted: number; rehearsals: number };
};

/** Homework of a chapter in a cohort: study groups, versions, who reviews whom, and how well. Null where the cohort has no such chapter. */
export async function classPage(db: Kysely<DB>, { cohortId, chapterSlug }: { cohortId: string; chapterSlug: string | null }, now: Date): Promise<ClassPage | null> {
  const chapters = await chaptersWithHomework(db, cohortId);
  const chapter = chapterSlug === null ? chapters[0] : chapters.find(({ slug }) => slug === chapterSlug);
  if (chapter === undefined) return null;
  const key = { cohortId, chapterSlug: chapter.slug };
  const [gate, rows, allocations, groups, quality] = await Promise.all([cohortGate(db, cohortId, chapter.slug, "homework"), learnerRows(db, key), allocationRows(db, key), standingGroups(db, { cohortId, purpose: "study" }), loadReviewerQuality(db, { cohortId })]);
  const members = await membersOf(db, groups.map(({ id }) => id));
  const learners = rows.map((row): ClassLearner => {
    const asked = allocations.filter(({ reviewerId }) => reviewerId === row.enrolmentId);
    return {
      enrolmentId: row.enrolmentId,
      name: row.name,
      state: row.state ?? "new",
      submission: row.submissionId === null || row.number === null || row.submittedAt === null ? null : { id: row.submissionId, number: row.number, submittedAt: row.submittedAt, late: row.late ?? false, wanted: row.wanted ?? 0 },
      reviewers: allocations.filter(({ authorId }) => authorId === row.enrolmentId).map(({ reviewer, state, dueAt, doneAt }) => ({ reviewer, state: reviewStateAt({ state, dueAt }, now), dueAt, late: doneAt !== null && doneAt > dueAt })),
      asked: asked.length,
      answered: asked.filter(({ state }) => state === "done").length,
      quality: quality.get(row.enrolmentId) ?? null,
      rehearsals: row.rehearsals,
    };
  });
  const placed = groups.map(({ id, name }) => ({ id, name, learners: (members.get(id) ?? []).flatMap((member) => learners.find(({ enrolmentId }) => enrolmentId === member.enrolmentId) ?? []) }));
  const inGroups = new Set(placed.flatMap((group) => group.learners.map(({ enrolmentId }) => enrolmentId)));
  const alone = learners.filter(({ enrolmentId }) => !inGroups.has(enrolmentId));
  return {
    chapter,
    chapters,
    gate: { dueAt: gate.dueAt, peerReviews: gate.peerReviews, acceptLate: gate.acceptLate },
    groups: [...placed, ...(alone.length > 0 ? [{ id: null, name: null, learners: alone }] : [])],
    counts: { learners: learners.length, handedIn: learners.filter(({ submission }) => submission !== null).length, accepted: learners.filter(({ state }) => state === "accepted").length, rehearsals: await countRehearsals(db, key) },
  };
}

async function chaptersWithHomework(db: Kysely<DB>, cohortId: string): Promise<{ slug: string; title: Bilingual }[]> {
  const { rows } = await sql<{ slug: string; title: Bilingual }>`
    select cc.chapter_slug as slug, coalesce(ch.title, jsonb_build_object('zh', cc.chapter_slug, 'en', cc.chapter_slug)) as title
    from cohort_chapter cc left join chapter ch on ch.slug = cc.chapter_slug
    where cc.cohort_id = ${cohortId}
      and (exists (select from homework_assignment a where a.chapter_slug = cc.chapter_slug and a.retired_at is null)
        or exists (select from homework h join enrolment e on e.id = h.enrolment_id where e.cohort_id = cc.cohort_id and h.chapter_slug = cc.chapter_slug))
    order by cc.position`.execute(db);
  return rows;
}

interface LearnerRow {
  enrolmentId: string;
  name: string;
  state: HomeworkState | null;
  submissionId: string | null;
  number: number | null;
  submittedAt: Date | null;
  late: boolean | null;
  wanted: number | null;
  rehearsals: number;
}

async function learnerRows(db: Kysely<DB>, { cohortId, chapterSlug }: ClassKey): Promise<LearnerRow[]> {
  const { rows } = await sql<LearnerRow>`
    select e.id as "enrolmentId", p.name, h.state, s.id as "submissionId", s.number, s.submitted_at as "submittedAt", s.late, s.reviews_wanted as wanted,
      (select count(*)::int from homework_rehearsal_person rp join homework_rehearsal r on r.id = rp.rehearsal_id and r.removed_at is null and r.chapter_slug = ${chapterSlug} where rp.enrolment_id = e.id) as rehearsals
    from enrolment e
    join person p on p.id = e.person_id
    left join homework h on h.enrolment_id = e.id and h.chapter_slug = ${chapterSlug}
    left join lateral (select * from homework_submission where homework_id = h.id order by number desc limit 1) s on true
    where e.cohort_id = ${cohortId} and e.left_at is null
    order by p.name_latin nulls last, p.name, e.id`.execute(db);
  return rows;
}

function allocationRows(db: Kysely<DB>, { cohortId, chapterSlug }: ClassKey) {
  return db
    .selectFrom("homework_review as r")
    .innerJoin("enrolment as reviewer", "reviewer.id", "r.reviewer_id")
    .innerJoin("person as p", "p.id", "reviewer.person_id")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .select(["r.reviewer_id as reviewerId", "p.name as reviewer", "h.enrolment_id as authorId", "r.state", "r.due_at as dueAt", "r.done_at as doneAt"])
    .where("reviewer.cohort_id", "=", cohortId)
    .where("h.chapter_slug", "=", chapterSlug)
    .where("r.state", "!=", "withdrawn")
    .orderBy("r.asked_at")
    .execute();
}

async function countRehearsals(db: Kysely<DB>, { cohortId, chapterSlug }: ClassKey): Promise<number> {
  const row = await db.selectFrom("homework_rehearsal").select(sql<number>`count(*)::int`.as("n")).where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).where("removed_at", "is", null).executeTakeFirstOrThrow();
  return row.n;
}
