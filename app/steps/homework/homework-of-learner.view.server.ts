import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { HomeworkState } from "./homework";
import { type RehearsalLine, rehearsalLines } from "./rehearsals.view.server";
import { findHomework } from "./rows.server";
import { shownVersions, type ShownVersion } from "./work-page.view.server";

/** One learner's homework as evidence of the step. */
export type HomeworkOfLearner = {
  state: HomeworkState | "new";
  versions: ShownVersion[];
  /** Reviews they gave to others. */
  given: number;
  asked: number;
  rehearsals: Omit<RehearsalLine, "mine">[];
};

/** For instructors: versions, judgements and rehearsals of a learner of the cohort; null when the enrolment is not of that cohort. */
export async function homeworkOfLearner(db: Kysely<DB>, { cohortId, enrolmentId, chapterSlug, locale }: { cohortId: string; enrolmentId: string; chapterSlug: string; locale: Locale }): Promise<HomeworkOfLearner | null> {
  const enrolment = await db.selectFrom("enrolment").select("id").where("id", "=", enrolmentId).where("cohort_id", "=", cohortId).executeTakeFirst();
  if (enrolment === undefined) return null;
  const homework = await findHomework(db, { enrolmentId, chapterSlug });
  const [versions, rehearsals, reviews] = await Promise.all([
    homework === undefined ? [] : shownVersions(db, homework.id, locale),
    rehearsalLines(db, { chapterSlug, enrolmentId, groupId: null }),
    db
      .selectFrom("homework_review as r")
      .innerJoin("homework_submission as s", "s.id", "r.submission_id")
      .innerJoin("homework as h", "h.id", "s.homework_id")
      .select("r.state")
      .where("r.reviewer_id", "=", enrolmentId)
      .where("h.chapter_slug", "=", chapterSlug)
      .where("r.state", "!=", "withdrawn")
      .execute(),
  ]);
  return { state: homework?.state ?? "new", versions, asked: reviews.length, given: reviews.filter(({ state }) => state === "done").length, rehearsals };
}
