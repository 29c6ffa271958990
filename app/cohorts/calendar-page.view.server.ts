import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { ChapterSettings } from "./calendar-change";
import { chapterSettings } from "./chapter-settings.server";
import { type CohortChapter, type CohortHead, cohortHead } from "./cohort-head.view.server";

/** A chapter of the course. */
export interface KnownChapter {
  slug: string;
  number: number;
  title: Bilingual;
  outline: boolean;
  omits: string[];
}

/** What the calendar's page shows. */
export interface CalendarPage {
  cohort: CohortHead;
  /** The chapters with what taking one out would set aside. */
  chapters: (CohortChapter & { learners: number; stepsDone: number })[];
  /** Chapters that could be added. */
  addable: KnownChapter[];
  /** The chapter being edited; null while there is none. */
  chapter: CohortChapter | null;
  settings: ChapterSettings;
}

/** A cohort's chapters, and the settings of the one asked for (else of the first); undefined when there is no such cohort. */
export async function calendarPage(db: Kysely<DB>, cohortId: string, chapterSlug: string | null): Promise<CalendarPage | undefined> {
  const cohort = await cohortHead(db, cohortId);
  if (!cohort) return undefined;
  const chapter = cohort.chapters.find((one) => one.slug === chapterSlug) ?? cohort.chapters[0] ?? null;
  const [settings, known, done] = await Promise.all([chapter ? chapterSettings(db, cohortId, chapter.slug) : {}, knownChapters(db), doneByChapter(db, cohortId)]);
  return {
    cohort,
    chapters: cohort.chapters.map((one) => ({ ...one, learners: done.get(one.slug)?.learners ?? 0, stepsDone: done.get(one.slug)?.steps ?? 0 })),
    addable: known.filter((one) => !cohort.chapters.some((held) => held.slug === one.slug)),
    chapter,
    settings: settings ?? {},
  };
}

/** All chapters of the course, in order. */
export function knownChapters(db: Kysely<DB>): Promise<KnownChapter[]> {
  return db
    .selectFrom("chapter")
    .select(["slug", "number", sql<Bilingual>`title`.as("title"), sql<boolean>`status = 'outline'`.as("outline"), sql<string[]>`coalesce(definition -> 'omits', '[]')`.as("omits")])
    .orderBy("number")
    .execute();
}

async function doneByChapter(db: Kysely<DB>, cohortId: string): Promise<Map<string, { learners: number; steps: number }>> {
  const rows = await db
    .selectFrom("enrolment as e")
    .innerJoin("progress as p", "p.enrolment_id", "e.id")
    .select(["p.chapter_slug as slug", sql<number>`count(distinct e.id)::int`.as("learners"), sql<number>`count(*)::int`.as("steps")])
    .where("e.cohort_id", "=", cohortId)
    .where("p.state", "in", ["passed", "waived"])
    .groupBy("p.chapter_slug")
    .execute();
  return new Map(rows.map((row) => [row.slug, row]));
}
