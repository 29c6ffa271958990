import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Reach } from "~/people";
import type { CohortState } from "./cohort";
import { withinReach } from "./within-reach.server";

/** How many cohorts a page of the list shows. */
export const COHORT_PAGE_SIZE = 20;

export interface CohortListItem {
  id: string;
  name: string;
  state: CohortState;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  teamZh: string;
  teamEn: string;
  chapters: number;
  learners: number;
  /** Steps that wait for an instructor; 0 where the cohort is not open. */
  waiting: number;
  /** Learners with a deadline behind them; 0 where the cohort is not open. */
  late: number;
  version: number;
}

/** The cohorts within reach: open ones first, the newest first. What waits is counted for the open ones of this page only. */
export async function listCohorts(db: Kysely<DB>, reach: Reach, { page, now }: { page: number; now: Date }): Promise<{ rows: CohortListItem[]; total: number }> {
  const shown = db
    .selectFrom("cohort as c")
    .innerJoin("team as t", "t.id", "c.team_id")
    .select(["c.id", "c.name", "c.state", "c.version", "c.time_zone as timeZone", "c.starts_on as startsOn", "c.ends_on as endsOn", "t.name_zh as teamZh", "t.name_en as teamEn"])
    .select(sql<number>`(select count(*)::int from cohort_chapter cc where cc.cohort_id = c.id)`.as("chapters"))
    .where(withinReach(reach))
    .orderBy(sql`array_position(array['open', 'draft', 'closed'], c.state)`)
    .orderBy("c.starts_on", "desc")
    .orderBy("c.id")
    .limit(COHORT_PAGE_SIZE)
    .offset((page - 1) * COHORT_PAGE_SIZE);
  const [rows, count] = await Promise.all([
    db
      .selectFrom(shown.as("c"))
      .select(["c.id", "c.name", "c.state", "c.version", "c.timeZone", "c.startsOn", "c.endsOn", "c.teamZh", "c.teamEn", "c.chapters"])
      .select(sql<{ learners: number; waiting: number; late: number }>`(
        select jsonb_build_object('learners', count(*), 'waiting', coalesce(sum(w.waiting), 0), 'late', count(*) filter (where w.late))
        from enrolment e
        left join lateral (
          select count(*) filter (where p.waiting_for = 'instructor') as waiting, bool_or(p.due_at < ${now}) as late
          from progress p where p.enrolment_id = e.id and p.waiting_for is not null
        ) w on c.state = 'open'
        where e.cohort_id = c.id and e.left_at is null)`.as("counts"))
      .execute(),
    db.selectFrom("cohort as c").select((eb) => eb.fn.countAll<string>().as("n")).where(withinReach(reach)).executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(({ counts, ...row }) => ({ ...row, ...counts })), total: Number(count.n) };
}
