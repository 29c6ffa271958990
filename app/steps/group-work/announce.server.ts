/** Tells every window that shows a chapter's group work that something changed, when the transaction commits. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { publishLive } from "~/platform/live.server";

export function groupWorkTopic(cohortId: string, chapterSlug: string): string {
  return `group-work/${cohortId}/${chapterSlug}`;
}

/** Says that the room is to be read again. */
export async function announceGroupWork(trx: Kysely<DB>, { cohortId, chapterSlug }: { cohortId: string; chapterSlug: string }): Promise<void> {
  await publishLive(trx, groupWorkTopic(cohortId, chapterSlug), null);
}
