import type { Kysely } from "kysely";
import type { OwnEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { IS_LATEST, findHomework } from "../rows.server";
import { shownVersions, type ShownVersion } from "../work-page.view.server";
import { type ReviewState, reviewStateAt } from "./review-rules";

/** A review that the learner was asked for. */
export type ReviewRequest = {
  id: string;
  author: string;
  state: ReviewState;
  dueAt: Date;
  doneAt: Date | null;
  /** It can still be given: nobody has marked the work, and no newer version is in. */
  open: boolean;
};

export type ReviewsPage = {
  toGive: ReviewRequest[];
  given: ReviewRequest[];
  /** Requests that ended without a review. */
  missed: ReviewRequest[];
  /** What others said of the learner's own work, by version. */
  got: ShownVersion[];
};

/** Reviews to give and reviews got. */
export async function reviewsPage(db: Kysely<DB>, { enrolmentId, chapterSlug }: Pick<OwnEnrolment, "enrolmentId" | "chapterSlug">, { locale, now }: { locale: Locale; now: Date }): Promise<ReviewsPage> {
  const [requests, homework] = await Promise.all([requestsTo(db, { enrolmentId, chapterSlug }, now), findHomework(db, { enrolmentId, chapterSlug })]);
  return {
    toGive: requests.filter(({ state, open }) => open && (state === "asked" || state === "over")),
    given: requests.filter(({ state }) => state === "done"),
    missed: requests.filter(({ state, open }) => !open && state === "over"),
    got: homework === undefined ? [] : await shownVersions(db, homework.id, locale),
  };
}

/** The requests to a learner in a chapter, the most urgent first. */
export async function requestsTo(db: Kysely<DB>, { enrolmentId, chapterSlug }: { enrolmentId: string; chapterSlug: string }, now: Date): Promise<ReviewRequest[]> {
  const rows = await db
    .selectFrom("homework_review as r")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .innerJoin("enrolment as author", "author.id", "h.enrolment_id")
    .innerJoin("person as p", "p.id", "author.person_id")
    .select(["r.id", "p.name as author", "r.state", "r.due_at as dueAt", "r.done_at as doneAt", "h.state as work", IS_LATEST.as("latest")])
    .where("r.reviewer_id", "=", enrolmentId)
    .where("h.chapter_slug", "=", chapterSlug)
    .where("r.state", "!=", "withdrawn")
    .orderBy("r.due_at")
    .execute();
  return rows.map(({ work, latest, ...row }) => ({ ...row, state: reviewStateAt(row, now), open: row.state !== "done" && work === "handed-in" && latest }));
}
