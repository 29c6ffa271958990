import type { Kysely } from "kysely";
import { chapterNames } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { againFrom, type Anchor, type Calibration, calibrationOf } from "./anchor";
import { anchorResults, type RatedAnchor } from "./load-results.server";

export interface CalibrationPage {
  /** Chapters that have anchors or that the person has scored anchors of. */
  chapters: {
    slug: string;
    title: Bilingual;
    standing: Calibration;
    anchors: { key: string; title: Bilingual; candidate: Bilingual; results: { round: number; ratedAt: Date; exact: number; within: number; shift: number }[]; againFrom: Date | null }[];
    /** Every scored anchor, oldest first: the person's drift. */
    drift: { anchorKey: string; title: Bilingual; ratedAt: Date; shift: number; judgements: number }[];
  }[];
}

/** An examiner's own calibration. */
export async function calibrationPage(db: Kysely<DB>, personId: string, now: Date): Promise<CalibrationPage> {
  const [anchors, results] = await Promise.all([
    db.selectFrom("anchor as a").innerJoin("anchor_version as v", "v.hash", "a.current_hash").select(["a.key", "v.chapter_slug as chapterSlug", "v.body"]).where("a.retired_at", "is", null).orderBy("a.key").execute(),
    anchorResults(db, [personId]),
  ]);
  const slugs = [...new Set([...anchors.map(({ chapterSlug }) => chapterSlug), ...results.map(({ chapterSlug }) => chapterSlug)])].sort();
  const names = await chapterNames(db, slugs);
  return {
    chapters: slugs.map((slug) => {
      const own = results.filter(({ chapterSlug }) => chapterSlug === slug);
      return {
        slug,
        title: names.get(slug)?.title ?? { zh: slug, en: slug },
        standing: calibrationOf(own, now),
        anchors: anchors.filter(({ chapterSlug }) => chapterSlug === slug).map(({ key, body }) => anchorLine(key, body as unknown as Anchor, own)),
        drift: driftOf(own),
      };
    }),
  };
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
