import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { BY_NAME } from "~/people/index.server";
import { likePattern } from "./within-reach.server";

/** How many learners a page of the roster shows. */
export const ROSTER_PAGE_SIZE = 50;

/** A learner on the cohort's roster. */
export interface RosterRow {
  enrolmentId: string;
  name: string;
  nameLatin: string | null;
  email: string;
  teamZh: string | null;
  teamEn: string | null;
  enrolledAt: Date;
  extraTimePercent: number;
  /** Steps behind them, which ending the enrolment would set aside. */
  stepsDone: number;
}

export interface FormerLearner {
  enrolmentId: string;
  name: string;
  nameLatin: string | null;
  leftAt: Date;
  reason: string | null;
}

export interface Roster {
  rows: RosterRow[];
  total: number;
  /** Who left, the latest first. */
  former: FormerLearner[];
}

/** A page of a cohort's learners, by name, with who left. */
export async function cohortRoster(db: Kysely<DB>, cohortId: string, { page, search }: { page: number; search: string }): Promise<Roster> {
  const people = db.selectFrom("enrolment as e").innerJoin("person as p", "p.id", "e.person_id").where("e.cohort_id", "=", cohortId);
  const matching = people
    .where("e.left_at", "is", null)
    .$if(search !== "", (query) => query.where((eb) => eb.or([eb("p.name", "ilike", likePattern(search)), eb("p.name_latin", "ilike", likePattern(search)), eb("p.email", "ilike", likePattern(search))])));
  const [rows, count, former] = await Promise.all([
    matching
      .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
      .leftJoin("team as t", "t.id", "m.team_id")
      .select(["e.id as enrolmentId", "p.name", "p.name_latin as nameLatin", "p.email", "t.name_zh as teamZh", "t.name_en as teamEn", "e.enrolled_at as enrolledAt", "e.extra_time_percent as extraTimePercent"])
      .select(sql<number>`(select count(*)::int from progress x where x.enrolment_id = e.id and x.included and x.state in ('passed', 'waived'))`.as("stepsDone"))
      .orderBy(BY_NAME)
      .orderBy("e.id")
      .limit(ROSTER_PAGE_SIZE)
      .offset((page - 1) * ROSTER_PAGE_SIZE)
      .execute(),
    matching.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow(),
    people
      .select(["e.id as enrolmentId", "p.name", "p.name_latin as nameLatin", sql<Date>`e.left_at`.as("leftAt"), "e.left_reason as reason"])
      .where("e.left_at", "is not", null)
      .orderBy("e.left_at", "desc")
      .limit(ROSTER_PAGE_SIZE)
      .execute(),
  ]);
  return { rows, total: Number(count.n), former };
}

/** Instructors who could teach a cohort and do not yet. */
export function otherInstructors(db: Kysely<DB>, cohortId: string): Promise<{ id: string; name: string; nameLatin: string | null; email: string }[]> {
  return db
    .selectFrom("person as p")
    .select(["p.id", "p.name", "p.name_latin as nameLatin", "p.email"])
    .where("p.state", "!=", "suspended")
    .where((eb) => eb.exists(eb.selectFrom("role_grant as g").select("g.id").whereRef("g.person_id", "=", "p.id").where("g.role", "=", "instructor").where("g.revoked_at", "is", null)))
    .where((eb) => eb.not(eb.exists(eb.selectFrom("role_grant as g").select("g.id").whereRef("g.person_id", "=", "p.id").where("g.cohort_id", "=", cohortId).where("g.role", "=", "instructor").where("g.revoked_at", "is", null))))
    .orderBy(BY_NAME)
    .limit(500)
    .execute();
}
