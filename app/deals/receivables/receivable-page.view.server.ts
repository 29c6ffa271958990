import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { findInvoice, type InvoiceLine } from "./invoices-of.server";
import type { EntryKind } from "./receivable";

export interface ReceivablePage {
  invoice: InvoiceLine;
  entries: { id: string; kind: EntryKind; on: string; amountMinor: string; reference: string | null }[];
  mayWork: boolean;
}

/** An invoice with its entries; undefined when it is none of the actor's to see, or there is none. */
export async function receivablePage(db: Kysely<DB>, actor: Actor, receivableId: string, today: string): Promise<ReceivablePage | undefined> {
  const invoice = await findInvoice(db, actor, receivableId, today);
  if (!invoice) return undefined;
  const entries = await db
    .selectFrom("receivable_entry")
    .select(["id", "kind", "booked_on as on", "amount_minor as amountMinor", "reference"])
    .where("receivable_id", "=", receivableId)
    .orderBy("booked_on")
    .orderBy("id")
    .execute();
  return { invoice, entries, mayWork: invoice.ownerId === actor.id && holds(actor, "deal:work", { kind: "any" }) };
}
