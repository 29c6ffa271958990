import { type Expression, type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import type { Step, StepState, WaitsFor } from "~/pipeline";
import type { GridFilter } from "./grid-filter";
import { BY_NAME } from "~/people/index.server";
import { likePattern, teamsBelow } from "./within-reach.server";

/** How many learners a page of the grid shows. */
export const GRID_PAGE_SIZE = 50;

/** One step of one learner. */
export interface GridCellView {
  state: StepState;
  waitingFor: WaitsFor | null;
  dueAt: Date | null;
  late: boolean;
}

export interface GridRow {
  enrolmentId: string;
  name: string;
  nameLatin: string | null;
  teamZh: string | null;
  teamEn: string | null;
  /** In the order of the columns asked for; null where the step is not on this road. */
  cells: (GridCellView | null)[];
}

export interface Grid {
  rows: GridRow[];
  /** Learners that the filter leaves. */
  total: number;
}

interface Column {
  chapter: string;
  step: Step;
}

/** The learners of one page with their cells; reads nothing of anybody else. `columns` are the chapters and steps shown. */
export async function cohortGrid(db: Kysely<DB>, cohortId: string, filter: GridFilter, columns: readonly Column[], now: Date): Promise<Grid> {
  const slugs = [...new Set(columns.map((column) => column.chapter))];
  const matching = db
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .$if(filter.search !== "", (query) => query.where((eb) => eb.or([eb("p.name", "ilike", likePattern(filter.search)), eb("p.name_latin", "ilike", likePattern(filter.search)), eb("p.email", "ilike", likePattern(filter.search))])))
    .$if(filter.team !== null, (query) => query.where("m.team_id", "in", teamsBelow(filter.team!)))
    .$if(filter.show !== "all", (query) => query.where(hasCell(filter, slugs, now)));
  const [page, count] = await Promise.all([
    matching
      .leftJoin("team as t", "t.id", "m.team_id")
      .select(["e.id as enrolmentId", "p.name", "p.name_latin as nameLatin", "t.name_zh as teamZh", "t.name_en as teamEn"])
      .orderBy(BY_NAME)
      .orderBy("e.id")
      .limit(GRID_PAGE_SIZE)
      .offset((filter.page - 1) * GRID_PAGE_SIZE)
      .execute(),
    matching.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow(),
  ]);
  const cells = await gridCells(db, page.map((row) => row.enrolmentId), slugs, now);
  const rows = page.map((row): GridRow => ({ ...row, cells: columns.map(({ chapter, step }) => cells.get(`${row.enrolmentId} ${chapter} ${step}`) ?? null) }));
  return { rows, total: Number(count.n) };
}

/** The cells of these enrolments on these chapters, by "enrolment chapter step". A step whose date has come shows as available before it was opened. */
export async function gridCells(db: Kysely<DB>, enrolmentIds: readonly string[], slugs: readonly string[], now: Date): Promise<Map<string, GridCellView>> {
  const cells = await db
    .selectFrom("progress")
    .select(["enrolment_id", "chapter_slug", "step", "state", "waiting_for as waitingFor", "due_at as dueAt"])
    .select(sql<boolean>`coalesce(opens_at <= ${now} and state = 'locked', false)`.as("opensNow"))
    .where("enrolment_id", "=", sql<string>`any(${enrolmentIds}::uuid[])`)
    .where("chapter_slug", "=", sql<string>`any(${slugs}::text[])`)
    .where("included", "=", true)
    .execute();
  return new Map(
    cells.map(({ enrolment_id, chapter_slug, step, state, waitingFor, dueAt, opensNow }) => [
      `${enrolment_id} ${chapter_slug} ${step}`,
      { state: opensNow ? "available" : state, waitingFor: opensNow ? "learner" : waitingFor, dueAt, late: dueAt !== null && dueAt < now },
    ]),
  );
}

/** Whether the enrolment has a cell of the kind that the filter wants. */
function hasCell(filter: GridFilter, slugs: readonly string[], now: Date): Expression<SqlBool> {
  const kind = filter.show === "late" ? sql`x.due_at < ${now}` : filter.show === "failed" ? sql`x.state = 'failed' and x.included` : sql`x.waiting_for = ${filter.show}`;
  const step = filter.step ? sql`and x.step = ${filter.step}` : sql``;
  return sql<SqlBool>`exists (select 1 from progress x where x.enrolment_id = e.id and x.chapter_slug = any(${slugs}::text[]) and ${kind} ${step})`;
}

/** Learners by what the grid's filters would leave. */
export interface GridCounts {
  all: number;
  late: number;
  failed: number;
  instructor: number;
}

/** How many learners of the cohort each of the usual filters leaves, over the chapters shown. */
export async function gridCounts(db: Kysely<DB>, cohortId: string, slugs: readonly string[], now: Date): Promise<GridCounts> {
  return db
    .selectFrom("enrolment as e")
    .leftJoinLateral(
      sql<{ late: boolean; failed: boolean; instructor: boolean }>`(
        select bool_or(x.due_at < ${now}) as late, bool_or(x.state = 'failed') as failed, bool_or(x.waiting_for = 'instructor') as instructor
        from progress x where x.enrolment_id = e.id and x.chapter_slug = any(${slugs}::text[]) and x.waiting_for is not null)`.as("w"),
      (join) => join.onTrue(),
    )
    .select([sql<number>`count(*)::int`.as("all"), sql<number>`(count(*) filter (where w.late))::int`.as("late"), sql<number>`(count(*) filter (where w.failed))::int`.as("failed"), sql<number>`(count(*) filter (where w.instructor))::int`.as("instructor")])
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .executeTakeFirstOrThrow();
}

/** How many learners are at a camp of a chapter; `step` null: they are through. */
export interface CampCount {
  chapter: string;
  step: Step | null;
  count: number;
  /** Of them: whose step waits for a person other than themselves. */
  waiting: number;
  late: number;
}

/**
 * Who is where: each learner counts once per chapter, at the first step that is neither passed nor waived. Read from the
 * roads' own sums, not from their cells. `among` narrows the enrolments `e`.
 */
export async function campCounts(db: Kysely<DB>, among: Expression<SqlBool>, slugs: readonly string[], now: Date): Promise<CampCount[]> {
  const { rows } = await sql<CampCount>`
    select r.chapter_slug as chapter, r.camp as step, count(*)::int as count,
      (count(*) filter (where r.camp_waiting_for in ('instructor', 'examiner', 'manager')))::int as waiting, (count(*) filter (where r.camp_due_at < ${now}))::int as late
    from enrolment e join road r on r.enrolment_id = e.id
    where e.left_at is null and ${among} and r.chapter_slug = any(${slugs}::text[]) and (r.camp is not null or r.completed_at is not null)
    group by 1, 2`.execute(db);
  return rows;
}
