import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";

/**
 * Who administers the company now, locked to the end of the transaction: two administrators who remove each other at the
 * same moment pass here one after the other, and the second finds the first one gone.
 */
export function lockAdministrators(trx: Transaction<DB>): Promise<{ grantId: string; personId: string }[]> {
  return trx
    .selectFrom("role_grant as g")
    .innerJoin("person as p", "p.id", "g.person_id")
    .select(["g.id as grantId", "p.id as personId"])
    .where("g.role", "=", "administrator")
    .where("g.scope_kind", "=", "company")
    .where("g.revoked_at", "is", null)
    .where("p.state", "=", "active")
    .orderBy("g.id")
    .forNoKeyUpdate(["g", "p"])
    .execute();
}
