import { type Kysely, sql } from "kysely";
import { searchChapters, type SearchHit } from "~/courseware/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { previewPath } from "./paths";

/** A hit with the way to it. */
export interface PageHit extends SearchHit {
  to: string;
}

/** Searches the chapters that the person studies and whose day has come; hits lead into their own enrolment. */
export async function searchView(db: Kysely<DB>, { personId, query, locale, now }: { personId: string; query: string; locale: Locale; now: Date }): Promise<PageHit[]> {
  const chapters = await openChapters(db, personId, now);
  const hits = await searchChapters(db, { query, locale, slugs: chapters.map(({ slug }) => slug) });
  return hits.flatMap((hit) => {
    const chapter = chapters.find(({ slug }) => slug === hit.slug);
    if (chapter === undefined) return [];
    return [{ ...hit, to: `${previewPath(chapter.enrolmentId, hit.slug, hit.sectionId)}${hit.anchor === null ? "" : `#${hit.anchor}`}` }];
  });
}

async function openChapters(db: Kysely<DB>, personId: string, now: Date): Promise<{ slug: string; enrolmentId: string }[]> {
  return db
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
    .leftJoin("cohort_step as cs", (join) => join.onRef("cs.cohort_id", "=", "c.id").onRef("cs.chapter_slug", "=", "cc.chapter_slug").on("cs.step", "=", "preview"))
    .leftJoin("progress as p", (join) => join.onRef("p.enrolment_id", "=", "e.id").onRef("p.chapter_slug", "=", "cc.chapter_slug").on("p.step", "=", "preview"))
    .select(["cc.chapter_slug as slug", "e.id as enrolmentId"])
    .distinctOn("cc.chapter_slug")
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    // As `isOpen` says it.
    .where(sql<boolean>`(cs.opens_at is null or cs.opens_at <= ${now} or p.state in ('in-progress', 'passed', 'waived'))`)
    .orderBy("cc.chapter_slug")
    .orderBy("c.starts_on", "desc")
    .orderBy("e.id")
    .execute();
}
