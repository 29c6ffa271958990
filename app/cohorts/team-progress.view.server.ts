import { type Expression, type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Reach } from "~/people";
import { type Step, STEPS } from "~/pipeline";
import { campCounts, type GridCellView, gridCells } from "./cohort-grid.view.server";
import { BY_NAME } from "~/people/index.server";

/** How many learners a page of a team's progress shows. */
export const TEAM_PAGE_SIZE = 25;

/** One running chapter of a learner. */
export interface TeamRoad {
  enrolmentId: string;
  cohortName: string;
  chapterSlug: string;
  title: Bilingual;
  steps: { step: Step; cell: GridCellView }[];
}

export interface TeamLearner {
  personId: string;
  name: string;
  nameLatin: string | null;
  teamZh: string;
  teamEn: string;
  roads: TeamRoad[];
  late: number;
  /** Steps of theirs that wait for a manager. */
  waiting: number;
}

export interface TeamProgress {
  learners: TeamLearner[];
  total: number;
  late: number;
  waiting: number;
  /** Roads by the step they are at; `done` are through. */
  camps: { step: Step; count: number; waiting: number; late: number }[];
  done: number;
}

/** Where the learners of these teams are in the cohorts that run now: sums over all, roads of one page. `teamIds` are within the actor's reach. */
export async function teamProgress(db: Kysely<DB>, teamIds: readonly string[], { page, now }: { page: number; now: Date }): Promise<TeamProgress> {
  const among = sql<SqlBool>`e.cohort_id in (select c.id from cohort c where c.state = 'open')
    and e.person_id in (select m.person_id from team_membership m where m.valid_to is null and m.team_id = any(${teamIds}::uuid[]))`;
  const slugs = (await db.selectFrom("cohort_chapter as cc").innerJoin("cohort as c", "c.id", "cc.cohort_id").select("cc.chapter_slug").distinct().where("c.state", "=", "open").execute()).map((row) => row.chapter_slug);
  const [sums, camps, people] = await Promise.all([sumsOf(db, among, slugs, now), campCounts(db, among, slugs, now), learnersOf(db, among, page)]);
  const roads = await roadsOf(db, people.map((person) => person.personId), now);
  return {
    ...sums,
    camps: STEPS.map((step) => ({ step, ...summed(camps.filter((camp) => camp.step === step)) })),
    done: summed(camps.filter((camp) => camp.step === null)).count,
    learners: people.map((person): TeamLearner => {
      const own = roads.filter((road) => road.personId === person.personId).map(({ personId: _personId, ...road }) => road);
      const cells = own.flatMap((road) => road.steps.map(({ cell }) => cell));
      return { ...person, roads: own, late: cells.filter((cell) => cell.late).length, waiting: cells.filter((cell) => cell.waitingFor === "manager").length };
    }),
  };
}

/** The open teams that `reach` covers, as ids. */
export async function teamsWithin(db: Kysely<DB>, reach: Reach): Promise<string[]> {
  if (!reach.all) return reach.teamIds;
  return (await db.selectFrom("team").select("id").where("closed_at", "is", null).execute()).map((team) => team.id);
}

function summed(camps: readonly { count: number; waiting: number; late: number }[]): { count: number; waiting: number; late: number } {
  return camps.reduce((sum, camp) => ({ count: sum.count + camp.count, waiting: sum.waiting + camp.waiting, late: sum.late + camp.late }), { count: 0, waiting: 0, late: 0 });
}

async function sumsOf(db: Kysely<DB>, among: Expression<SqlBool>, slugs: readonly string[], now: Date): Promise<{ total: number; late: number; waiting: number }> {
  const { rows } = await sql<{ total: number; late: number; waiting: number }>`
    select count(*)::int as total, (count(*) filter (where late))::int as late, coalesce(sum(waiting), 0)::int as waiting
    from (
      select e.person_id, bool_or(r.next_due_at < ${now}) as late, sum(r.manager_waiting) as waiting
      from enrolment e
      left join road r on r.enrolment_id = e.id and r.chapter_slug = any(${slugs}::text[])
      where e.left_at is null and ${among}
      group by e.person_id
    ) one`.execute(db);
  return rows[0] ?? { total: 0, late: 0, waiting: 0 };
}

async function learnersOf(db: Kysely<DB>, among: Expression<SqlBool>, page: number): Promise<Omit<TeamLearner, "roads" | "late" | "waiting">[]> {
  return db
    .selectFrom("person as p")
    .innerJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
    .innerJoin("team as t", "t.id", "m.team_id")
    .select(["p.id as personId", "p.name", "p.name_latin as nameLatin", "t.name_zh as teamZh", "t.name_en as teamEn"])
    .where((eb) => eb.exists(eb.selectFrom("enrolment as e").select("e.id").whereRef("e.person_id", "=", "p.id").where("e.left_at", "is", null).where(among)))
    .orderBy("t.name_en")
    .orderBy(BY_NAME)
    .orderBy("p.id")
    .limit(TEAM_PAGE_SIZE)
    .offset((page - 1) * TEAM_PAGE_SIZE)
    .execute();
}

async function roadsOf(db: Kysely<DB>, personIds: readonly string[], now: Date): Promise<(TeamRoad & { personId: string })[]> {
  const roads = await db
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
    .innerJoin("chapter as ch", "ch.slug", "cc.chapter_slug")
    .select(["e.person_id as personId", "e.id as enrolmentId", "c.name as cohortName", "cc.chapter_slug as chapterSlug", sql<Bilingual>`ch.title`.as("title")])
    .where("e.person_id", "=", sql<string>`any(${personIds}::uuid[])`)
    .where("e.left_at", "is", null)
    .where("c.state", "=", "open")
    .orderBy("c.starts_on", "desc")
    .orderBy("cc.position")
    .execute();
  const cells = await gridCells(db, [...new Set(roads.map((road) => road.enrolmentId))], [...new Set(roads.map((road) => road.chapterSlug))], now);
  return roads.map((road) => ({
    ...road,
    steps: STEPS.flatMap((step) => {
      const cell = cells.get(`${road.enrolmentId} ${road.chapterSlug} ${step}`);
      return cell ? [{ step, cell }] : [];
    }),
  }));
}
