import type { Kysely } from "kysely";
import { type ChapterName, chaptersOfCohort } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { BY_NAME } from "~/people/index.server";
import { cohortGate } from "~/pipeline/index.server";
import { currentTasks } from "../load-task.server";
import { cohortHeadOf, type DayList } from "./day-list.view.server";
import { openDefenses } from "./eligible.server";
import { type KnownExaminer, knownExaminers } from "./known-examiners.server";

export interface ReadyLearner {
  enrolmentId: string;
  name: string;
  nameLatin: string | null;
  /** Numbers of the chapters that they have to defend. */
  chapters: number[];
  /** They have a slot to come already, on a day of its own. */
  slotAt: Date | null;
}

export interface PlanPage {
  cohort: DayList["cohort"];
  chapters: ChapterName[];
  /** Chapters that somebody has to defend now. */
  wanted: string[];
  examiners: KnownExaminer[];
  learners: ReadyLearner[];
  /** What the chapters' tasks and gates ask for. */
  usual: { panelSize: number; presentation: number; questions: number; deliberation: number };
}

/** What planning a day starts from; undefined where there is no such cohort. */
export async function planPage(db: Kysely<DB>, cohortId: string): Promise<PlanPage | undefined> {
  const cohort = await cohortHeadOf(db, cohortId);
  if (!cohort) return undefined;
  const chapters = await chaptersOfCohort(db, cohortId);
  const slugs = chapters.map(({ slug }) => slug);
  const [examiners, learners, tasks, gates] = await Promise.all([knownExaminers(db, cohortId), readyLearners(db, cohortId, chapters), currentTasks(db, slugs), Promise.all(slugs.map((slug) => cohortGate(db, cohortId, slug, "defense")))]);
  const wantedNumbers = new Set(learners.flatMap((learner) => learner.chapters));
  const wanted = chapters.filter(({ number }) => wantedNumbers.has(number)).map(({ slug }) => slug);
  const minutes = (wanted.length > 0 ? wanted : slugs).map((slug) => tasks.get(slug)?.task.minutes).find((found) => found !== undefined);
  return {
    cohort,
    chapters,
    wanted,
    examiners,
    learners,
    usual: { panelSize: Math.max(2, ...gates.map((gate) => gate.panelSize)), presentation: minutes?.presentation ?? 8, questions: minutes?.questions ?? 10, deliberation: minutes?.deliberation ?? 7 },
  };
}

/** Who of a cohort has something to defend, by name. */
export async function readyLearners(db: Kysely<DB>, cohortId: string, chapters: readonly ChapterName[]): Promise<ReadyLearner[]> {
  const open = await openDefenses(db, cohortId, chapters.map(({ slug }) => slug));
  if (open.size === 0) return [];
  const slots = await db
    .selectFrom("defense_slot")
    .select((eb) => ["enrolment_id as enrolmentId", eb.fn.min("starts_at").as("slotAt")])
    .where("enrolment_id", "in", [...open.keys()])
    .where("state", "=", "planned")
    .groupBy("enrolment_id")
    .execute();
  const slotAt = new Map(slots.map((row) => [row.enrolmentId, row.slotAt]));
  const people = await db.selectFrom("enrolment as e").innerJoin("person as p", "p.id", "e.person_id").select(["e.id as enrolmentId", "p.name", "p.name_latin as nameLatin"]).where("e.id", "in", [...open.keys()]).orderBy(BY_NAME).execute();
  const numbers = new Map(chapters.map(({ slug, number }) => [slug, number]));
  return people.map((person) => ({ ...person, chapters: (open.get(person.enrolmentId) ?? []).flatMap((slug) => numbers.get(slug) ?? []), slotAt: slotAt.get(person.enrolmentId) ?? null }));
}
