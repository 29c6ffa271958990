import { type Kysely, sql } from "kysely";
import { chapterNames, withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Reach } from "~/people";
import { BY_NAME } from "~/people/index.server";
import { type Calibration, calibrationOf } from "./anchor";
import { driftOf, type CalibrationPage } from "./calibration-page.view.server";
import { anchorResults } from "./load-results.server";

export interface CalibratedExaminers {
  chapters: {
    slug: string;
    title: Bilingual;
    anchors: number;
    examiners: { personId: string; name: string; nameLatin: string | null; title: string | null; standing: Calibration; drift: CalibrationPage["chapters"][number]["drift"] }[];
  }[];
  /** Everybody who may sit on a panel of a cohort within reach. */
  examiners: number;
}

/** Who is calibrated, per chapter that has anchors and is taught within reach: of the people who may examine in a cohort within reach, by name. */
export async function calibratedExaminers(db: Kysely<DB>, reach: Reach, now: Date): Promise<CalibratedExaminers> {
  const [people, anchors] = await Promise.all([
    examinersWithin(db, reach),
    db.selectFrom("anchor as a").innerJoin("anchor_version as v", "v.hash", "a.current_hash").select(["v.chapter_slug as slug"]).select(({ fn }) => fn.countAll<number>().as("count")).where("a.retired_at", "is", null).groupBy("v.chapter_slug").orderBy("v.chapter_slug").execute(),
  ]);
  const [results, names, taught] = await Promise.all([anchorResults(db, people.map(({ personId }) => personId)), chapterNames(db, anchors.map(({ slug }) => slug)), taughtChapters(db, reach)]);
  return {
    examiners: people.length,
    chapters: anchors.filter(({ slug }) => taught.has(slug) || results.some(({ chapterSlug }) => chapterSlug === slug)).map(({ slug, count }) => ({
      slug,
      title: names.get(slug)?.title ?? { zh: slug, en: slug },
      anchors: Number(count),
      examiners: people.map((person) => {
        const own = results.filter((result) => result.personId === person.personId && result.chapterSlug === slug);
        return { ...person, standing: calibrationOf(own, now), drift: driftOf(own) };
      }),
    })),
  };
}

/** What is taught in the cohorts within reach. */
async function taughtChapters(db: Kysely<DB>, reach: Reach): Promise<Set<string>> {
  const rows = await db.selectFrom("cohort as c").innerJoin("cohort_chapter as k", "k.cohort_id", "c.id").select("k.chapter_slug as slug").distinct().where(withinReach(reach)).execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** Active examiners of the cohorts within reach: by a role for the company, for a team above one of them, or for one of them. */
async function examinersWithin(db: Kysely<DB>, reach: Reach): Promise<{ personId: string; name: string; nameLatin: string | null; title: string | null }[]> {
  const cohorts = await db.selectFrom("cohort as c").select(["c.id", "c.team_id"]).where(withinReach(reach)).execute();
  if (cohorts.length === 0) return [];
  const { rows } = await sql<{ personId: string; name: string; nameLatin: string | null; title: string | null }>`
    with recursive above as (
      select t.id, t.parent_id from team t where t.id = any(${cohorts.map(({ team_id }) => team_id)}::uuid[])
      union select p.id, p.parent_id from team p join above a on p.id = a.parent_id
    )
    select p.id as "personId", p.name, p.name_latin as "nameLatin", p.title
    from person p
    where p.state = 'active' and exists (
      select from role_grant g
      where g.person_id = p.id and g.role = 'examiner' and g.revoked_at is null
        and (g.scope_kind = 'company' or g.team_id in (select id from above) or g.cohort_id = any(${cohorts.map(({ id }) => id)}::uuid[]))
    )
    order by ${BY_NAME}, p.id`.execute(db);
  return rows;
}
