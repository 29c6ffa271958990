import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { ProgressEvent } from "./event";
import type { RoadKey } from "./load-roads.server";
import { EVENT_COLUMNS, eventOf } from "./rows.server";
import type { Step } from "./step";

/** An event with the name of whose act it was; null is the system. */
export type HistoryEntry = ProgressEvent & { actorName: string | null };

/** Everything that happened on a road, oldest first; with `step`, only what happened to that step. */
export async function roadHistory(db: Kysely<DB>, { enrolmentId, chapterSlug, step }: RoadKey & { step?: Step }): Promise<HistoryEntry[]> {
  let query = db
    .selectFrom("progress_event as v")
    .leftJoin("person as a", "a.id", "v.actor_id")
    .select(EVENT_COLUMNS.map((column) => `v.${column}` as const))
    .select("a.name as actorName")
    .where("v.enrolment_id", "=", enrolmentId)
    .where("v.chapter_slug", "=", chapterSlug)
    .orderBy("v.seq");
  if (step) query = query.where("v.step", "=", step);
  const rows = await query.execute();
  return rows.map((row) => ({ ...eventOf(row), actorName: row.actorName }));
}
