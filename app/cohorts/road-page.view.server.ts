import type { Kysely } from "kysely";
import type { ChapterDefinition } from "~/courseware";
import type { DB } from "~/db/schema";
import { type Situation, situation } from "~/pipeline";
import { type HistoryEntry, loadRoad, roadHistory } from "~/pipeline/index.server";
import type { OwnEnrolment } from "./own-enrolment.server";
import { peopleAround } from "./people-around.server";

/** One chapter's road with all that happened on it. */
export interface RoadPage {
  definition: ChapterDefinition;
  situation: Situation;
  version: number;
  history: HistoryEntry[];
}

/** The road of an enrolment the caller has checked; undefined when there is none. */
export async function roadPage(db: Kysely<DB>, enrolment: Pick<OwnEnrolment, "enrolmentId" | "chapterSlug">, now: Date): Promise<RoadPage | undefined> {
  const { enrolmentId, chapterSlug } = enrolment;
  const [planned, people, chapter, history] = await Promise.all([
    loadRoad(db, enrolmentId, chapterSlug),
    peopleAround(db, [enrolmentId]),
    db.selectFrom("chapter").select("definition").where("slug", "=", chapterSlug).executeTakeFirst(),
    roadHistory(db, { enrolmentId, chapterSlug }),
  ]);
  if (!planned || !chapter) return undefined;
  return {
    definition: chapter.definition as unknown as ChapterDefinition,
    situation: situation(planned.road, { now, calendar: planned.calendar, people: people.get(enrolmentId) ?? {} }),
    version: planned.road.version,
    history,
  };
}
