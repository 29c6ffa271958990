/** Cohorts with learners for the pipeline's own integration tests; nothing in the app imports it. */
import type { Kysely } from "kysely";
import { type DB, inTransaction } from "~/db/index.server";
import { startRoads } from "./index.server";
import type { Step } from "./step";

export const CHAPTER = "03-build-trust";
export const START = new Date("2026-03-02T01:00:00Z");

export interface PlannedRow {
  included?: boolean;
  opensAt?: Date | null;
  dueAt?: Date | null;
  gate?: Record<string, number>;
}

export interface TestCohort {
  id: string;
  teacher: string;
  enrolments: string[];
}

let count = 0;

/** A person without a password. */
export async function makePerson(db: Kysely<DB>, name: string): Promise<string> {
  const { id } = await db.insertInto("person").values({ email: `p${(count += 1)}@pipeline.test`, name, name_latin: null, title: null, password_hash: null }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** A cohort with one chapter (or those named) and `learners` people on their roads. */
export async function makeCohort(db: Kysely<DB>, { learners = 1, chapters = [CHAPTER], plan = {} }: { learners?: number; chapters?: string[]; plan?: Partial<Record<Step, PlannedRow>> } = {}): Promise<TestCohort> {
  const teacher = await makePerson(db, "陈老师");
  const team = await db.insertInto("team").values({ parent_id: null, kind: "company", name_zh: "公司", name_en: "Company", closed_at: null }).returning("id").executeTakeFirstOrThrow();
  const cohort = await db.insertInto("cohort").values({ name: "测试班", team_id: team.id, starts_on: "2026-03-02", ends_on: "2026-06-30", created_by: teacher }).returning("id").executeTakeFirstOrThrow();
  await db.insertInto("cohort_chapter").values(chapters.map((chapter_slug, index) => ({ cohort_id: cohort.id, chapter_slug, position: index + 1 }))).execute();
  await setPlan(db, cohort.id, plan, chapters);
  const enrolments: string[] = [];
  for (let n = 0; n < learners; n++) {
    const person = await makePerson(db, `学员${n + 1}`);
    const { id } = await db.insertInto("enrolment").values({ cohort_id: cohort.id, person_id: person, enrolled_by: teacher, left_at: null, left_reason: null }).returning("id").executeTakeFirstOrThrow();
    enrolments.push(id);
  }
  await inTransaction(db, "start roads", (trx) => startRoads(trx, { enrolmentIds: enrolments, actorId: teacher, now: START }));
  return { id: cohort.id, teacher, enrolments };
}

/** Puts the cohort's steps to exactly `plan`; steps not named have no row. */
export async function setPlan(db: Kysely<DB>, cohortId: string, plan: Partial<Record<Step, PlannedRow>>, chapters: string[] = [CHAPTER]): Promise<void> {
  await db.deleteFrom("cohort_step").where("cohort_id", "=", cohortId).execute();
  const rows = chapters.flatMap((chapter_slug) =>
    (Object.entries(plan) as [Step, PlannedRow][]).map(([step, { included = true, opensAt = null, dueAt = null, gate = {} }]) => ({
      cohort_id: cohortId, chapter_slug, step, included, opens_at: opensAt, due_at: dueAt, gate,
    })),
  );
  if (rows.length > 0) await db.insertInto("cohort_step").values(rows).execute();
}
