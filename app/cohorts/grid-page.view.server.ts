import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { type CampCount, campCounts, cohortGrid, type Grid, type GridCounts, gridCounts } from "./cohort-grid.view.server";
import { type CohortChapter, type CohortHead, cohortHead } from "./cohort-head.view.server";
import type { GridFilter } from "./grid-filter";
import { type WaitedFor, whoWaits } from "./who-waits.view.server";

/** A team that learners of the cohort belong to. */
export interface CohortTeam {
  id: string;
  nameZh: string;
  nameEn: string;
}

/** Everything the grid's page shows. */
export interface GridPage {
  cohort: CohortHead;
  chapters: CohortChapter[];
  filter: GridFilter;
  grid: Grid;
  counts: GridCounts;
  camps: CampCount[];
  waits: WaitedFor[];
  teams: CohortTeam[];
}

/** A cohort's grid with its filters, who is at which camp, and who waits for whom; undefined when there is no such cohort. `readFilter` gets the cohort's chapters. */
export async function gridPage(db: Kysely<DB>, cohortId: string, readFilter: (slugs: string[]) => GridFilter, now: Date): Promise<GridPage | undefined> {
  const cohort = await cohortHead(db, cohortId);
  if (!cohort) return undefined;
  const filter = readFilter(cohort.chapters.map((chapter) => chapter.slug));
  const shown = cohort.chapters.filter((chapter) => filter.chapter === null || chapter.slug === filter.chapter);
  const slugs = shown.map((chapter) => chapter.slug);
  const columns = shown.flatMap((chapter) => chapter.steps.map((step) => ({ chapter: chapter.slug, step })));
  const [grid, counts, camps, waits, teams] = await Promise.all([
    cohortGrid(db, cohortId, filter, columns, now),
    gridCounts(db, cohortId, slugs, now),
    campCounts(db, sql`e.cohort_id = ${cohortId}`, slugs, now),
    whoWaits(db, cohortId, slugs, cohort.instructors, now),
    cohortTeams(db, cohortId),
  ]);
  return { cohort, chapters: cohort.chapters, filter, grid, counts, camps, waits, teams };
}

/** The teams that the cohort's learners are in now. */
export function cohortTeams(db: Kysely<DB>, cohortId: string): Promise<CohortTeam[]> {
  return db
    .selectFrom("team as t")
    .select(["t.id", "t.name_zh as nameZh", "t.name_en as nameEn"])
    .where("t.id", "in", (eb) =>
      eb
        .selectFrom("enrolment as e")
        .innerJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "e.person_id").on("m.valid_to", "is", null))
        .select("m.team_id")
        .where("e.cohort_id", "=", cohortId)
        .where("e.left_at", "is", null),
    )
    .orderBy("t.name_en")
    .execute();
}
