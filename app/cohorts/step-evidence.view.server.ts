import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { type CommandKind, enabledCommands, type Situation, situation, type Step, type StepSituation } from "~/pipeline";
import { type HistoryEntry, loadRoad, loadRoads, roadHistory } from "~/pipeline/index.server";
import { peopleAround } from "./people-around.server";

/** A learner of a cohort, as the instructor's pages about one learner say it. */
export interface CohortLearner {
  enrolmentId: string;
  personId: string;
  name: string;
  nameLatin: string | null;
  email: string;
  teamZh: string | null;
  teamEn: string | null;
  cohortId: string;
  cohortName: string;
  /** The cohort's own team, which rights over it go by. */
  cohortTeamId: string;
  timeZone: string;
  extraTimePercent: number;
  enrolledAt: Date;
  leftAt: Date | null;
  leftReason: string | null;
}

/** The learner behind an enrolment of this cohort, gone ones too; undefined when it is of another. */
export function cohortLearner(db: Kysely<DB>, cohortId: string, enrolmentId: string): Promise<CohortLearner | undefined> {
  return db
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
    .leftJoin("team as t", "t.id", "m.team_id")
    .select(["e.id as enrolmentId", "p.id as personId", "p.name", "p.name_latin as nameLatin", "p.email", "t.name_zh as teamZh", "t.name_en as teamEn"])
    .select(["c.id as cohortId", "c.name as cohortName", "c.team_id as cohortTeamId", "c.time_zone as timeZone", "e.extra_time_percent as extraTimePercent", "e.enrolled_at as enrolledAt", "e.left_at as leftAt", "e.left_reason as leftReason"])
    .where("e.id", "=", enrolmentId)
    .where("e.cohort_id", "=", cohortId)
    .executeTakeFirst();
}

/** All roads of one learner of a cohort. */
export interface LearnerRoads {
  learner: CohortLearner;
  roads: { chapterSlug: string; number: number; title: Bilingual; situation: Situation }[];
}

/** A learner with every road they are on; undefined when the enrolment is not of this cohort. */
export async function learnerRoads(db: Kysely<DB>, cohortId: string, enrolmentId: string, now: Date): Promise<LearnerRoads | undefined> {
  const learner = await cohortLearner(db, cohortId, enrolmentId);
  if (!learner) return undefined;
  const [planned, people, chapters] = await Promise.all([
    loadRoads(db, { enrolmentId }),
    peopleAround(db, [enrolmentId]),
    db.selectFrom("cohort_chapter as cc").innerJoin("chapter as ch", "ch.slug", "cc.chapter_slug").select(["ch.slug", "ch.number", sql<Bilingual>`ch.title`.as("title")]).where("cc.cohort_id", "=", cohortId).execute(),
  ]);
  const around = people.get(enrolmentId) ?? {};
  return {
    learner,
    roads: planned.flatMap(({ road, calendar }) => {
      const chapter = chapters.find((one) => one.slug === road.chapterSlug);
      return chapter ? [{ chapterSlug: chapter.slug, number: chapter.number, title: chapter.title, situation: situation(road, { now, calendar, people: around }) }] : [];
    }),
  };
}

/** One step of one learner: where it stands, what an instructor can do, what happened. */
export interface StepEvidence {
  learner: CohortLearner;
  chapter: { slug: string; number: number; title: Bilingual };
  step: Step;
  /** What a form must send back. */
  version: number;
  here: StepSituation;
  /** False: the instructor records the outcome. */
  hasRoom: boolean;
  /** All steps of the road, for the way from one to the next. */
  steps: { step: Step; state: StepSituation["state"]; late: boolean }[];
  commands: CommandKind[];
  history: HistoryEntry[];
}

/** A step with its history and the instructor's commands; undefined when it is not on a road of this cohort. */
export async function stepEvidence(db: Kysely<DB>, key: { cohortId: string; enrolmentId: string; chapterSlug: string; step: Step }, now: Date): Promise<StepEvidence | undefined> {
  const { cohortId, enrolmentId, chapterSlug, step } = key;
  const learner = await cohortLearner(db, cohortId, enrolmentId);
  if (!learner) return undefined;
  const [planned, people, chapter, history] = await Promise.all([
    loadRoad(db, enrolmentId, chapterSlug),
    peopleAround(db, [enrolmentId]),
    db.selectFrom("chapter").select(["slug", "number", sql<Bilingual>`title`.as("title")]).where("slug", "=", chapterSlug).executeTakeFirst(),
    roadHistory(db, { enrolmentId, chapterSlug, step }),
  ]);
  if (!planned || !chapter) return undefined;
  const { road, calendar } = planned;
  const whole = situation(road, { now, calendar, people: people.get(enrolmentId) ?? {} });
  const here = whole.steps.find((one) => one.step === step);
  if (!here) return undefined;
  return {
    learner,
    chapter,
    step,
    version: road.version,
    here,
    hasRoom: calendar[step].hasRoom,
    steps: whole.steps.map(({ step: key, state, late }) => ({ step: key, state, late })),
    commands: learner.leftAt ? [] : enabledCommands(road, step, "instructor", { now, calendar }),
    history,
  };
}
