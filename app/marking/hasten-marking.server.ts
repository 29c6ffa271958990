import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { MarkingSubjectRef } from "./item";
import { WAITING } from "./waiting-items.server";

/** Makes a thing that others had their say on first the staff's from `readyAt` on, if that is earlier than it stood. */
export async function hastenMarking(trx: Transaction<DB>, { kind, subjectId, readyAt, dueAt }: MarkingSubjectRef & { readyAt: Date; dueAt: Date }): Promise<void> {
  await trx
    .updateTable("marking_item")
    .set({ ready_at: readyAt, due_at: dueAt })
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .where("state", "=", WAITING)
    .where("ready_at", ">", readyAt)
    .execute();
}
