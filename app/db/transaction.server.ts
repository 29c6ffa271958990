import type { Kysely, Transaction } from "kysely";
import type { DB } from "./schema";

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";

/**
 * Runs `work` in one transaction; `name` says in the log and in pg_stat_activity what it is for.
 * Tried again (twice) only when PostgreSQL itself asks for it: serialization failure or deadlock.
 */
export async function inTransaction<T>(db: Kysely<DB>, name: string, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      const retry = code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
      if (!retry || attempt === 3) throw Object.assign(error as Error, { transaction: name });
    }
  }
}
