import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Step } from "~/pipeline";
import type { CohortState } from "./cohort";

/** One chapter of a cohort, in its place. */
export interface CohortChapter {
  slug: string;
  number: number;
  title: Bilingual;
  /** No online material: every step is recorded by the instructor. */
  outline: boolean;
  /** The steps on the road, in order. */
  steps: Step[];
}

/** What every page of a cohort says at its head. */
export interface CohortHead {
  id: string;
  name: string;
  state: CohortState;
  version: number;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  teamId: string;
  teamZh: string;
  teamEn: string;
  learners: number;
  instructors: { id: string; name: string; nameLatin: string | null }[];
  chapters: CohortChapter[];
}

/** A cohort with its chapters in order and who teaches it; undefined when there is none. */
export async function cohortHead(db: Kysely<DB>, cohortId: string): Promise<CohortHead | undefined> {
  const [cohort, chapters, instructors] = await Promise.all([
    db
      .selectFrom("cohort as c")
      .innerJoin("team as t", "t.id", "c.team_id")
      .select(["c.id", "c.name", "c.state", "c.version", "c.time_zone as timeZone", "c.starts_on as startsOn", "c.ends_on as endsOn", "c.team_id as teamId", "t.name_zh as teamZh", "t.name_en as teamEn"])
      .select(sql<number>`(select count(*)::int from enrolment e where e.cohort_id = c.id and e.left_at is null)`.as("learners"))
      .where("c.id", "=", cohortId)
      .executeTakeFirst(),
    cohortChapters(db, cohortId),
    db
      .selectFrom("role_grant as g")
      .innerJoin("person as p", "p.id", "g.person_id")
      .select(["p.id", "p.name", "p.name_latin as nameLatin"])
      .where("g.cohort_id", "=", cohortId)
      .where("g.role", "=", "instructor")
      .where("g.revoked_at", "is", null)
      .orderBy("g.granted_at")
      .orderBy("p.id")
      .execute(),
  ]);
  return cohort && { ...cohort, chapters, instructors };
}

/** The chapters of a cohort in teaching order, each with the steps that it and the cohort leave in. */
export async function cohortChapters(db: Kysely<DB>, cohortId: string): Promise<CohortChapter[]> {
  return db
    .selectFrom("cohort_chapter as cc")
    .innerJoin("chapter as ch", "ch.slug", "cc.chapter_slug")
    .select(["ch.slug", "ch.number", sql<Bilingual>`ch.title`.as("title"), sql<boolean>`ch.status = 'outline'`.as("outline")])
    .select(
      sql<Step[]>`(select coalesce(jsonb_agg(s.step order by s.at), '[]') from unnest(array['preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking']) with ordinality as s(step, at)
        left join cohort_step cs on cs.cohort_id = cc.cohort_id and cs.chapter_slug = cc.chapter_slug and cs.step = s.step
        where coalesce(cs.included, true) and not coalesce(ch.definition -> 'omits', '[]') ? s.step)`.as("steps"),
    )
    .where("cc.cohort_id", "=", cohortId)
    .orderBy("cc.position")
    .execute();
}
