import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { publishLive } from "~/platform/live.server";

/** What the panel of a slot hears. Only that something changed; what it is, each reads for themself, as far as they may. */
export function roomTopic(slotId: string): string {
  return `defense/${slotId}`;
}

/** Tells the panel's devices to read again, when the transaction commits. Never for what an examiner scores: that is nobody's news. */
export async function announce(trx: Kysely<DB>, slotId: string): Promise<void> {
  await publishLive(trx, roomTopic(slotId), null);
}
