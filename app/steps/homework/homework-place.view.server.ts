import { type Kysely, sql } from "kysely";
import type { OwnEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { requestsTo } from "./review/reviews-page.view.server";

/** What the head of every page of a learner's homework says. */
export type HomeworkPlaceView = { enrolmentId: string; chapterSlug: string; title: Bilingual; toGive: number; rehearsals: number };

export async function homeworkPlace(db: Kysely<DB>, { enrolmentId, chapterSlug }: Pick<OwnEnrolment, "enrolmentId" | "chapterSlug">, now: Date): Promise<HomeworkPlaceView> {
  const [chapter, requests, rehearsals] = await Promise.all([
    db.selectFrom("chapter").select("title").where("slug", "=", chapterSlug).executeTakeFirst(),
    requestsTo(db, { enrolmentId, chapterSlug }, now),
    db
      .selectFrom("homework_rehearsal_person as rp")
      .innerJoin("homework_rehearsal as r", "r.id", "rp.rehearsal_id")
      .select(sql<number>`count(*)::int`.as("n"))
      .where("rp.enrolment_id", "=", enrolmentId)
      .where("r.chapter_slug", "=", chapterSlug)
      .where("r.removed_at", "is", null)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    enrolmentId,
    chapterSlug,
    title: (chapter?.title as Bilingual | undefined) ?? { zh: chapterSlug, en: chapterSlug },
    toGive: requests.filter(({ open }) => open).length,
    rehearsals: rehearsals.n,
  };
}
