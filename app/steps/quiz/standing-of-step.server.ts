/** The quiz as a step on the learner's road: its state, what it waits for, and what comes next. */
import type { Kysely } from "kysely";
import { peopleAround } from "~/cohorts/index.server";
import type { ChapterDefinition } from "~/courseware";
import type { DB } from "~/db/schema";
import { type NamedBlocker, type Next, situation, type StepState } from "~/pipeline";
import { loadRoad } from "~/pipeline/index.server";
import type { QuizOf } from "./gate.server";

export type StepStanding = {
  definition: ChapterDefinition;
  /** Null where the chapter or the cohort leaves the quiz out. */
  state: StepState | null;
  waiting: NamedBlocker | null;
  next: Next;
};

/** Null when there is no such road. */
export async function stepStanding(db: Kysely<DB>, { enrolmentId, chapterSlug }: QuizOf, now: Date): Promise<StepStanding | null> {
  const [planned, people, chapter] = await Promise.all([
    loadRoad(db, enrolmentId, chapterSlug),
    peopleAround(db, [enrolmentId]),
    db.selectFrom("chapter").select("definition").where("slug", "=", chapterSlug).executeTakeFirst(),
  ]);
  if (planned === null || chapter === undefined) return null;
  const { steps, next } = situation(planned.road, { now, calendar: planned.calendar, people: people.get(enrolmentId) ?? {} });
  const step = steps.find((candidate) => candidate.step === "quiz");
  return { definition: chapter.definition as unknown as ChapterDefinition, state: step?.state ?? null, waiting: step?.waiting ?? null, next };
}
