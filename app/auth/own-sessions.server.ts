import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { writeAudit } from "~/people/index.server";

/** A signed-in device, as its owner sees it. */
export interface OwnSession {
  publicId: string;
  /** What is known of the browser, as it announced itself. */
  userAgent: string;
  ip: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
}

/** The actor's open sessions, the latest used first. */
export async function ownSessions(db: Kysely<DB>, actor: Actor, currentSessionId: string, now: Date): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom("session")
    .select(["id", "public_id", "user_agent", "ip", "created_at", "last_seen_at"])
    .where("user_id", "=", actor.id)
    .where("expires_at", ">", now)
    .orderBy("last_seen_at", "desc")
    .execute();
  return rows.map((row) => ({
    publicId: row.public_id,
    userAgent: row.user_agent,
    ip: row.ip,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    current: row.id === currentSessionId,
  }));
}

/** Ends one session of the actor's own, or all the others; answers how many ended. */
export async function endOwnSessions(trx: Transaction<DB>, actor: Actor, which: { publicId: string } | { allBut: string }): Promise<number> {
  const query = trx.deleteFrom("session").where("user_id", "=", actor.id);
  const ended = await ("publicId" in which ? query.where("public_id", "=", which.publicId) : query.where("id", "!=", which.allBut)).executeTakeFirst();
  const count = Number(ended.numDeletedRows);
  if (count > 0) await writeAudit(trx, { actorId: actor.id, action: "end-sessions", subject: { kind: "person", id: actor.id }, details: { count } });
  return count;
}
