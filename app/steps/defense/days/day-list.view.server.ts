import { type Kysely, sql } from "kysely";
import { type ChapterName, chaptersOfCohort, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { DefenseDay } from "./day";
import { openDefenses } from "./eligible.server";
import { dayRows } from "./rows.server";

/** A day in its cohort's list. */
export interface DayLine extends Omit<DefenseDay, "chapters"> {
  chapters: ChapterName[];
  slots: number;
  held: number;
  candidates: number;
  examiners: number;
}

export interface DayList {
  cohort: { id: string; name: string; timeZone: string };
  /** The latest first. */
  days: DayLine[];
  /** How many learners have something to defend, and how many of them are on a day to come. */
  waiting: { ready: number; planned: number };
}

/** All defense days of a cohort; undefined where there is no such cohort. */
export async function dayList(db: Kysely<DB>, cohortId: string, now: Date): Promise<DayList | undefined> {
  const cohort = await cohortHeadOf(db, cohortId);
  if (!cohort) return undefined;
  const chapters = await chaptersOfCohort(db, cohortId);
  const [days, open, planned] = await Promise.all([
    dayRows(db)
      .select([
        sql<number>`(select count(*)::int from defense_slot s where s.day_id = d.id and s.state <> 'cancelled')`.as("slots"),
        sql<number>`(select count(*)::int from defense_slot s where s.day_id = d.id and s.state = 'held')`.as("held"),
        sql<number>`(select count(*)::int from defense_candidate c where c.day_id = d.id and c.dropped_at is null)`.as("candidates"),
        sql<number>`(select count(*)::int from defense_day_examiner x where x.day_id = d.id and x.dropped_at is null)`.as("examiners"),
      ])
      .where("d.cohort_id", "=", cohortId)
      .orderBy("d.starts_at", "desc")
      .orderBy("d.id")
      .execute(),
    openDefenses(db, cohortId, chapters.map(({ slug }) => slug)),
    db
      .selectFrom("defense_candidate as c")
      .innerJoin("defense_day as d", "d.id", "c.day_id")
      .select("c.enrolment_id as enrolmentId")
      .distinct()
      .where("d.cohort_id", "=", cohortId)
      .where("d.state", "in", ["draft", "published"])
      .where("d.ends_at", ">", now)
      .where("c.dropped_at", "is", null)
      .execute(),
  ]);
  const names = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  const soon = new Set(planned.map(({ enrolmentId }) => enrolmentId));
  return {
    cohort,
    days: days.map((day) => ({ ...day, chapters: namesInOrder(day.chapters, names) })),
    waiting: { ready: open.size, planned: [...open.keys()].filter((id) => soon.has(id)).length },
  };
}

/** A cohort as the pages of its defense days head it. */
export async function cohortHeadOf(db: Kysely<DB>, cohortId: string): Promise<DayList["cohort"] | undefined> {
  return db.selectFrom("cohort").select(["id", "name", "time_zone as timeZone"]).where("id", "=", cohortId).executeTakeFirst();
}
