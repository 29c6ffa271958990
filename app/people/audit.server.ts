import type { Kysely } from "kysely";
import type { DB, JsonValue } from "~/db/schema";

/** What is written down of every act that changes somebody's rights, marks or progress. */
export interface AuditEntry {
  actorId: string | null;
  /** verb-noun, e.g. `grant-role`, `waive-step`. */
  action: string;
  subject: { kind: string; id: string };
  details?: { [key: string]: JsonValue | undefined };
  requestId?: string | null;
}

/** Appends to the audit log, in the transaction of the act itself. */
export async function writeAudit(db: Kysely<DB>, entry: AuditEntry): Promise<void> {
  await db
    .insertInto("audit_event")
    .values({
      actor_id: entry.actorId,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      details: entry.details ?? {},
      request_id: entry.requestId ?? null,
    })
    .execute();
}
