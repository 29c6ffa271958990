import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { publishLive } from "~/platform/live.server";

/** What everybody in a session hears. Only that something changed: what it is, each reads for themself, as far as they may. */
export function sessionTopic(sessionId: string): string {
  return `role-play/${sessionId}`;
}

/** Tells every window of a session to read again, when the transaction commits. */
export async function announce(trx: Kysely<DB>, sessionId: string): Promise<void> {
  await publishLive(trx, sessionTopic(sessionId), null);
}
