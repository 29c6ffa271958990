import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type InvoiceLine, receivablesOf } from "~/deals/index.server";

/** An invoice with the letter that should go out now (到货函、催款函、逾期通知函). */
export type DueLetter = InvoiceLine & { letterDue: NonNullable<InvoiceLine["letterDue"]> };

/** Letters due for the invoices of these people, the longest overdue first. */
export async function dueLetters(db: Kysely<DB>, ownerIds: readonly string[], today: string): Promise<DueLetter[]> {
  if (ownerIds.length === 0) return [];
  const invoices = await receivablesOf(db, { ownerIds, at: today, openOnly: true });
  return invoices.filter((invoice): invoice is DueLetter => invoice.letterDue !== null).sort((a, b) => b.overdue - a.overdue);
}
