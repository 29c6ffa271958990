/** Tells every window that shows a session what changed, when the transaction commits. */
import type { Kysely } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { publishLive } from "~/platform/live.server";
import { loadSnapshot } from "./load-snapshot.server";

/** What everybody in the room hears: the slide, the poll, the end. */
export function sessionTopic(sessionId: string): string {
  return `lecture/${sessionId}`;
}

/** What presenter and projector hear besides: somebody checked in, somebody answered. */
export function roomTopic(sessionId: string): string {
  return `lecture-room/${sessionId}`;
}

/** Sends the session as it stands now to everybody. */
export async function announceSession(trx: Kysely<DB>, sessionId: string): Promise<void> {
  const snapshot = await loadSnapshot(trx, sessionId);
  if (snapshot) await publishLive(trx, sessionTopic(sessionId), snapshot as unknown as JsonValue);
}

/** Tells presenter and projector to count again. */
export async function announceRoom(trx: Kysely<DB>, sessionId: string): Promise<void> {
  await publishLive(trx, roomTopic(sessionId), null);
}
