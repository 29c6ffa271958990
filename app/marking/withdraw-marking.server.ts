import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { MarkingSubjectRef } from "./item";
import { WAITING } from "./waiting-items.server";

/** Takes a thing out of the queue unmarked: taken back, replaced, gone. Nothing happens where none waits. */
export async function withdrawMarking(trx: Transaction<DB>, { kind, subjectId }: MarkingSubjectRef & { now: Date }): Promise<void> {
  await trx
    .updateTable("marking_item")
    .set({ state: "withdrawn", claimed_by: null, claimed_until: null })
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .where("state", "=", WAITING)
    .execute();
}
