import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { type Situation, situation } from "~/pipeline";
import { loadRoads } from "~/pipeline/index.server";
import { peopleAround } from "./people-around.server";

/** One chapter's road as the learner's home shows it. */
export interface HomeRoad {
  chapterSlug: string;
  number: number;
  title: Bilingual;
  situation: Situation;
}

/** One cohort of the learner's. */
export interface HomeCohort {
  enrolmentId: string;
  name: string;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  closed: boolean;
  roads: HomeRoad[];
}

/** Everything a learner is enrolled in, running cohorts before closed ones, the newest first. */
export async function learnerHome(db: Kysely<DB>, personId: string, now: Date): Promise<HomeCohort[]> {
  const cohorts = await db
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .select(["e.id as enrolmentId", "c.name", "c.time_zone as timeZone", "c.starts_on as startsOn", "c.ends_on as endsOn", "c.state"])
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .orderBy((eb) => eb("c.state", "=", "closed"))
    .orderBy("c.starts_on", "desc")
    .execute();
  const ids = cohorts.map((cohort) => cohort.enrolmentId);
  const [planned, people, chapters] = await Promise.all([
    loadRoads(db, { enrolmentId: ids }),
    peopleAround(db, ids),
    db.selectFrom("chapter").select(["slug", "number", "title"]).execute(),
  ]);
  const bySlug = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  return cohorts.map(({ state, ...cohort }) => ({
    ...cohort,
    closed: state === "closed",
    roads: planned
      .filter(({ road }) => road.enrolmentId === cohort.enrolmentId)
      .map(({ road, calendar }): HomeRoad => {
        const chapter = bySlug.get(road.chapterSlug);
        const where = situation(road, { now, calendar, people: people.get(cohort.enrolmentId) ?? {} });
        return { chapterSlug: road.chapterSlug, number: chapter?.number ?? 0, title: (chapter?.title ?? { zh: road.chapterSlug, en: road.chapterSlug }) as Bilingual, situation: where };
      })
      .filter((road) => road.situation.steps.length > 0),
  }));
}
