import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { AppError } from "~/platform/errors";
import { loadCalendars } from "./calendar.server";
import { decide } from "./decide";
import { emptyRoad } from "./road";
import { insertRoads } from "./write-roads.server";

interface StartInput {
  enrolmentIds: readonly string[];
  /** Who enrolled them or planned the chapter; null is the system. */
  actorId: string | null;
  now: Date;
}

/**
 * Starts the roads of these enrolments on all chapters of their cohorts, by the cohort's plan as it is now.
 * Roads that exist already stay as they are. Answers how many are new.
 * @throws AppError no-enrolment when an id is unknown.
 */
export async function startRoads(trx: Transaction<DB>, { enrolmentIds, actorId, now }: StartInput): Promise<number> {
  return start(trx, { enrolmentIds, actorId, now });
}

/**
 * Starts one road. Doing it again changes nothing.
 * @throws AppError no-enrolment, or no-road when the chapter is not in the cohort.
 */
export async function startRoad(trx: Transaction<DB>, { enrolmentId, chapterSlug, actorId, now }: { enrolmentId: string; chapterSlug: string; actorId: string | null; now: Date }): Promise<void> {
  await start(trx, { enrolmentIds: [enrolmentId], chapterSlug, actorId, now });
}

async function start(trx: Transaction<DB>, input: StartInput & { chapterSlug?: string }): Promise<number> {
  const ids = [...new Set(input.enrolmentIds)];
  if (ids.length === 0) return 0;
  const enrolments = await trx.selectFrom("enrolment").select(["id", "cohort_id"]).where("id", "in", ids).execute();
  if (enrolments.length !== ids.length) throw new AppError("no-enrolment", `only ${enrolments.length} of ${ids.length} enrolments exist`, 404);
  const cohortIds = [...new Set(enrolments.map((enrolment) => enrolment.cohort_id))];
  const slugs = input.chapterSlug === undefined ? undefined : [input.chapterSlug];
  const calendars = await loadCalendars(trx, cohortIds, slugs);
  let started = 0;
  for (const cohortId of cohortIds) {
    const chapters = calendars.chaptersOf(cohortId);
    if (slugs && chapters.length === 0) throw new AppError("no-road", `chapter ${input.chapterSlug} is not in cohort ${cohortId}`, 404);
    const enrolmentIds = enrolments.filter((enrolment) => enrolment.cohort_id === cohortId).map((enrolment) => enrolment.id);
    for (const chapterSlug of chapters) {
      const road = emptyRoad(enrolmentIds[0] ?? "", chapterSlug);
      const calendar = calendars.of(cohortId, chapterSlug);
      const decided = decide(road, { kind: "plan", cause: { kind: "calendar" }, actorId: input.actorId, at: input.now }, { calendar });
      if (!decided.ok) throw new Error(`a plan was refused: ${decided.error.code}`);
      started += (await insertRoads(trx, enrolmentIds, { road, events: decided.value, calendar }, input.now)).length;
    }
  }
  return started;
}
