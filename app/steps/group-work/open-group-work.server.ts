import type { Transaction } from "kysely";
import { groupOf } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { reportStanding } from "./report-standing.server";

/**
 * A member opens the room: the first time this begins the step, and whatever the group did while the learner was behind
 * with earlier steps counts from now. Nothing is said before the group has a sheet.
 */
export async function openGroupWork(trx: Transaction<DB>, actor: { id: string }, { enrolmentId, cohortId, chapterSlug, now }: { enrolmentId: string; cohortId: string; chapterSlug: string; now: Date }): Promise<void> {
  const group = await groupOf(trx, { enrolmentId, purpose: "class" });
  if (!group) return;
  const sheet = await trx.selectFrom("group_sheet").select("id").where("group_id", "=", group.id).where("chapter_slug", "=", chapterSlug).orderBy("created_at").limit(1).executeTakeFirst();
  if (!sheet) return;
  await reportStanding(trx, { cohortId, chapterSlug, enrolmentIds: [enrolmentId], evidence: { kind: "group-sheet", id: sheet.id }, actorId: actor.id, now });
}
