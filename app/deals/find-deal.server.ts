import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import type { Deal, DealRight } from "./deal";
import { rightOf } from "./deal-right.server";
import { dealOf, dealRows } from "./rows.server";

/** A deal with what `actor` may do there; undefined when it is none of theirs, or there is none. */
export async function findDeal(db: Kysely<DB>, actor: Actor, dealId: string): Promise<(Deal & { right: DealRight }) | undefined> {
  const row = await dealRows(db).select(rightOf(actor, "d.owner_id").as("right")).where("d.id", "=", dealId).executeTakeFirst();
  return row && row.right !== null ? { ...dealOf(row), right: row.right } : undefined;
}
