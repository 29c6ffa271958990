import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { NewMarkingItem } from "./item";

import { WAITING } from "./waiting-items.server";

/**
 * Puts something into the queue, in the transaction that handed it in. Said again while it waits, it changes what is
 * shown and whom it blocks; the time it has waited and a claim on it stay.
 */
export async function enqueueMarking(trx: Transaction<DB>, item: NewMarkingItem): Promise<void> {
  await enqueueAll(trx, [item]);
}

/** The same for several things in one statement. */
export async function enqueueAll(trx: Transaction<DB>, items: readonly NewMarkingItem[]): Promise<void> {
  if (items.length === 0) return;
  await trx
    .insertInto("marking_item")
    .values(
      items.map(({ kind, subjectId, cohortId, chapterSlug, title, task = null, taskKey = "", blockedCount = 1, waitingSince, readyAt = waitingSince, dueAt }) => ({
        kind,
        subject_id: subjectId,
        cohort_id: cohortId,
        chapter_slug: chapterSlug,
        title,
        task,
        task_key: taskKey,
        blocked_count: blockedCount,
        waiting_since: waitingSince,
        ready_at: readyAt,
        due_at: dueAt,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["kind", "subject_id"])
        .where("state", "=", WAITING)
        .doUpdateSet((eb) => ({
          title: eb.ref("excluded.title"),
          task: eb.ref("excluded.task"),
          task_key: eb.ref("excluded.task_key"),
          blocked_count: eb.ref("excluded.blocked_count"),
          ready_at: eb.ref("excluded.ready_at"),
          due_at: eb.ref("excluded.due_at"),
        })),
    )
    .execute();
}
