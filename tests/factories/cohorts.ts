/** Cohorts with learners on their roads, made by the use cases that make them in earnest. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { createCohort, enrolLearners } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { loadActor } from "~/people/index.server";
import type { Step } from "~/pipeline";
import { applyCommand, loadRoad } from "~/pipeline/index.server";
import { makePeople, type TestPeople } from "./people";

/** The day on which the cohorts of the tests begin, and an hour of it. */
export const FIRST_DAY = "2026-03-02";
export const LAST_DAY = "2026-06-30";
export const BEGIN = new Date("2026-03-02T01:00:00Z");

export interface Learner {
  personId: string;
  enrolmentId: string;
  email: string;
}

export interface TestCohort {
  id: string;
  /** Teaches this cohort and no other. */
  instructor: Actor;
  people: TestPeople;
  chapters: string[];
  learners: Learner[];
  /** Enrols `count` more people, members of `teamId` where it is given. */
  enrol(count: number, options?: { teamId?: string; now?: Date }): Promise<Learner[]>;
  /** The instructor records the outcome of steps, one after another. */
  record(learner: Learner, steps: readonly Step[], outcome?: "passed" | "failed", now?: Date): Promise<void>;
  version(learner: Learner, chapter?: string): Promise<number>;
  state(learner: Learner, step: Step, chapter?: string): Promise<string>;
}

/** Puts chapters without online material into the course: every step of theirs is recorded by the instructor. */
export async function makeChapters(db: Kysely<DB>, count: number, omits: readonly Step[] = []): Promise<string[]> {
  const slugs = Array.from({ length: count }, (_, at) => `${String(at + 1).padStart(2, "0")}-${randomUUID().slice(0, 8)}`);
  await db
    .insertInto("chapter")
    .values(slugs.map((slug, at) => ({ slug, number: at + 1, status: "outline" as const, title: { zh: `第${at + 1}章`, en: `Chapter ${at + 1}` }, summary: { zh: "", en: "" }, definition: { omits: [...omits] }, current_version: null, source_hash: slug })))
    .execute();
  return slugs;
}

/** An open cohort, created by an instructor who teaches nothing else. */
export async function makeCohort(db: Kysely<DB>, options: { learners?: number; chapters?: string[]; people?: TestPeople; state?: "draft" | "open" | "closed"; teamId?: string } = {}): Promise<TestCohort> {
  const people = options.people ?? (await makePeople(db));
  const chapters = options.chapters ?? (await makeChapters(db, 1));
  const created = await inTransaction(db, "create cohort", (trx) =>
    createCohort(trx, people.admin, { name: "测试班", teamId: options.teamId ?? people.companyId, timeZone: "Asia/Shanghai", startsOn: FIRST_DAY, endsOn: LAST_DAY, chapterSlugs: chapters }),
  );
  if (!created.ok) throw new Error(created.error.code);
  const { cohortId: id } = created.value;
  await db.updateTable("cohort").set({ state: options.state ?? "open" }).where("id", "=", id).execute();
  const instructor = await people.actor("instructor", { kind: "cohort", cohortId: id });

  const cohort: TestCohort = {
    id,
    instructor,
    people,
    chapters,
    learners: [],
    async enrol(count, { teamId, now = BEGIN } = {}) {
      const persons = await insertPeople(db, count, teamId);
      await inTransaction(db, "enrol", (trx) => enrolLearners(trx, instructor.id, id, { by: "email", emails: persons.map((person) => person.email) }, now));
      const rows = await db.selectFrom("enrolment").select(["id", "person_id"]).where("cohort_id", "=", id).execute();
      const ids = new Map(rows.map((row) => [row.person_id, row.id]));
      const learners = persons.map((person) => ({ personId: person.id, email: person.email, enrolmentId: ids.get(person.id) ?? "" }));
      cohort.learners.push(...learners);
      return learners;
    },
    async record(learner, steps, outcome = "passed", now = BEGIN) {
      for (const step of steps) {
        const command = { kind: "record", outcome, note: "", cause: { kind: "person", actorId: instructor.id, reason: "线下完成" } } as const;
        const result = await inTransaction(db, "record", (trx) => applyCommand(trx, { enrolmentId: learner.enrolmentId, chapterSlug: chapters[0]!, step, command, now }));
        if (!result.ok) throw new Error(`${step}: ${result.error.code}`);
      }
    },
    async version(learner, chapter = chapters[0]!) {
      return (await loadRoad(db, learner.enrolmentId, chapter))?.road.version ?? 0;
    },
    async state(learner, step, chapter = chapters[0]!) {
      return (await db.selectFrom("progress").select("state").where("enrolment_id", "=", learner.enrolmentId).where("chapter_slug", "=", chapter).where("step", "=", step).executeTakeFirstOrThrow()).state;
    },
  };
  if (options.learners) await cohort.enrol(options.learners, options.teamId ? { teamId: options.teamId } : {});
  return cohort;
}

/** The rights of somebody as they stand. */
export async function actorOf(db: Kysely<DB>, personId: string): Promise<Actor> {
  const actor = await loadActor(db, personId);
  if (!actor) throw new Error("expected an active person");
  return actor;
}

/** People in bulk: inviting two thousand one by one would take longer than the test. */
async function insertPeople(db: Kysely<DB>, count: number, teamId?: string): Promise<{ id: string; email: string }[]> {
  const rows = Array.from({ length: count }, (_, at) => ({ email: `${randomUUID()}@hengneng.test`, name: `学员${String(at + 1).padStart(4, "0")}`, name_latin: null, title: null, password_hash: null, state: "invited" as const }));
  const persons = await db.insertInto("person").values(rows).returning(["id", "email"]).execute();
  await db.insertInto("role_grant").values(persons.map((person) => ({ person_id: person.id, role: "learner" as const, scope_kind: "company" as const, team_id: null, cohort_id: null, granted_by: null, revoked_at: null, revoked_by: null }))).execute();
  if (teamId) await db.insertInto("team_membership").values(persons.map((person) => ({ person_id: person.id, team_id: teamId, valid_from: BEGIN, valid_to: null, recorded_by: null }))).execute();
  return persons;
}
