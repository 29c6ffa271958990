import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { cleanQuery, type DashboardPage } from "./paths";

export interface SavedFilter {
  id: string;
  name: string;
  page: DashboardPage;
  query: string;
}

/** How many somebody may keep. */
export const FILTERS_AT_MOST = 30;

/** Somebody's own filters, by name. */
export async function savedFilters(db: Kysely<DB>, personId: string): Promise<SavedFilter[]> {
  return db.selectFrom("dashboard_filter").select(["id", "name", "page", "query"]).where("person_id", "=", personId).orderBy("name").execute();
}

/** Keeps what the address of a page says under a name; the same name again takes the place of the old. */
export async function saveFilter(trx: Transaction<DB>, personId: string, input: { name: string; page: DashboardPage; query: string }, now: Date): Promise<Result<undefined, { code: "too-many" }>> {
  const { count } = await trx.selectFrom("dashboard_filter").select((eb) => eb.fn.countAll<string>().as("count")).where("person_id", "=", personId).where("name", "<>", input.name).executeTakeFirstOrThrow();
  if (Number(count) >= FILTERS_AT_MOST) return fail({ code: "too-many" });
  const kept = { page: input.page, query: cleanQuery(input.query), created_at: now };
  await trx
    .insertInto("dashboard_filter")
    .values({ person_id: personId, name: input.name, ...kept })
    .onConflict((conflict) => conflict.columns(["person_id", "name"]).doUpdateSet(kept))
    .execute();
  return ok();
}

/** Whether there was such a filter of theirs. */
export async function deleteFilter(trx: Transaction<DB>, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom("dashboard_filter").where("person_id", "=", personId).where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}
