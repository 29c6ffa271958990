import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Via } from "./deal";

/** What happened to a deal besides its stages. `details` say what the timeline shows: names and values as they were then. */
export interface NewDealEvent {
  dealId: string;
  kind: "created" | "changed" | "next-action" | "owner" | "person-added" | "person-removed" | "sheet-added" | "sheet-removed";
  details?: { [key: string]: JsonValue | undefined };
  byId: string | null;
  via: Via;
  now: Date;
}

/** Appends to a deal's timeline, in the transaction of the act itself. */
export async function writeDealEvent(trx: Transaction<DB>, { dealId, kind, details = {}, byId, via, now }: NewDealEvent): Promise<void> {
  await trx.insertInto("deal_event").values({ deal_id: dealId, kind, details, by_id: byId, via, at: now }).execute();
}
