import type { Kysely } from "kysely";
import { chapterNames } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { againFrom, type Anchor, CALIBRATION, type Calibration, calibrationOf } from "./anchor";
import { anchorResults, type RatedAnchor } from "./load-results.server";

export interface CalibrationPage {
  /** Chapters that have anchors or that the person has scored anchors of; their own first. */
  chapters: {
    slug: string;
    title: Bilingual;
    /** They are asked to examine in it, or scored an anchor of it. */
    own: boolean;
    standing: Calibration;
    anchors: { key: string; title: Bilingual; candidate: Bilingual; results: { round: number; ratedAt: Date; exact: number; within: number; shift: number }[]; againFrom: Date | null }[];
    /** Every scored anchor, oldest first: the person's drift. */
    drift: { anchorKey: string; title: Bilingual; ratedAt: Date; shift: number; judgements: number }[];
  }[];
}

/** An examiner's own calibration. */
export async function calibrationPage(db: Kysely<DB>, personId: string, now: Date): Promise<CalibrationPage> {
  const [anchors, results, sits] = await Promise.all([
    db.selectFrom("anchor as a").innerJoin("anchor_version as v", "v.hash", "a.current_hash").select(["a.key", "v.chapter_slug as chapterSlug", "v.body"]).where("a.retired_at", "is", null).orderBy("a.key").execute(),
    anchorResults(db, [personId]),
    examinedChapters(db, personId, now),
  ]);
  const slugs = [...new Set([...anchors.map(({ chapterSlug }) => chapterSlug), ...results.map(({ chapterSlug }) => chapterSlug)])].sort();
  const names = await chapterNames(db, slugs);
  const isOwn = (slug: string): boolean => sits.has(slug) || results.some(({ chapterSlug }) => chapterSlug === slug);
  return {
    chapters: [...slugs.filter(isOwn), ...slugs.filter((slug) => !isOwn(slug))].map((slug) => {
      const own = results.filter(({ chapterSlug }) => chapterSlug === slug);
      return {
        slug,
        own: isOwn(slug),
        title: names.get(slug)?.title ?? { zh: slug, en: slug },
        standing: calibrationOf(own, now),
        anchors: anchors.filter(({ chapterSlug }) => chapterSlug === slug).map(({ key, body }) => anchorLine(key, body as unknown as Anchor, own)),
        drift: driftOf(own),
      };
    }),
  };
}

/** Chapters of the defense days that somebody is asked for, as far as they are at home in them; days that are over speak for as long as a scored anchor does. */
async function examinedChapters(db: Kysely<DB>, personId: string, now: Date): Promise<Set<string>> {
  const rows = await db
    .selectFrom("defense_day_examiner as x")
    .innerJoin("defense_day as d", "d.id", "x.day_id")
    .innerJoin("defense_day_chapter as k", "k.day_id", "d.id")
    .select("k.chapter_slug as slug")
    .distinct()
    .where("x.person_id", "=", personId)
    .where("x.dropped_at", "is", null)
    .where("d.state", "!=", "cancelled")
    .where("d.ends_at", ">", new Date(now.getTime() - CALIBRATION.validDays * 86_400_000))
    .where(({ or, not, exists, selectFrom }) => {
      const home = selectFrom("defense_day_examiner_chapter as h").select("h.chapter_slug").whereRef("h.day_id", "=", "x.day_id").whereRef("h.person_id", "=", "x.person_id");
      return or([not(exists(home)), exists(home.whereRef("h.chapter_slug", "=", "k.chapter_slug"))]);
    })
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

function anchorLine(key: string, { title, candidate }: Anchor, own: readonly RatedAnchor[]): CalibrationPage["chapters"][number]["anchors"][number] {
  const results = own.filter(({ anchorKey }) => anchorKey === key);
  const last = results.at(-1);
  return {
    key,
    title,
    candidate,
    results: results.map(({ round, ratedAt, comparison: { exact, within, shift } }) => ({ round, ratedAt, exact, within, shift })),
    againFrom: last === undefined ? null : againFrom(last.ratedAt),
  };
}

/** What a person's scored anchors say over time. */
export function driftOf(results: readonly RatedAnchor[]): CalibrationPage["chapters"][number]["drift"] {
  return results.map(({ anchorKey, title, ratedAt, comparison }) => ({ anchorKey, title, ratedAt, shift: comparison.shift, judgements: comparison.rows.length }));
}
