import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

export const AUDIT_PAGE_SIZE = 100;

/** The audit log, newest first, from before the entry `before` on (a bigint as text); `search` filters by actor or action. */
export function auditPage(db: Kysely<DB>, input: { before: string | null; search: string }) {
  const pattern = `%${input.search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .selectFrom("audit_event as a")
    .leftJoin("person as p", "p.id", "a.actor_id")
    .leftJoin("person as s", (join) => join.on("a.subject_kind", "=", "person").on((eb) => eb(eb.cast<string>("s.id", "text"), "=", eb.ref("a.subject_id"))))
    .select(["a.id", "a.at", "a.action", "a.subject_kind as subjectKind", "a.subject_id as subjectId", "a.details", "p.name as actor", "s.name as subject"])
    .$if(input.before !== null, (query) => query.where("a.id", "<", input.before!))
    .$if(input.search.trim() !== "", (query) => query.where((eb) => eb.or([eb("p.name", "ilike", pattern), eb("a.action", "ilike", pattern)])))
    .orderBy("a.id", "desc")
    .limit(AUDIT_PAGE_SIZE)
    .execute();
}

/** The outbox, newest first. */
export function outboxPage(db: Kysely<DB>) {
  return db
    .selectFrom("outbox_mail")
    .select(["id", "to_email as to", "template", "subject", "body", "created_at as createdAt", "sent_at as sentAt"])
    .orderBy("id", "desc")
    .limit(100)
    .execute();
}
