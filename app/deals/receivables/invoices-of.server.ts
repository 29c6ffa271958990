import { type Kysely, type RawBuilder, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { visibleTo } from "../deal-right.server";
import { type Bucket, bucketOf, type Letter, letterDue, overdueDays } from "./receivable";

/** An invoice with what is open on a day. Money in minor units as text. */
export interface InvoiceLine {
  id: string;
  number: string;
  accountId: string;
  accountName: string;
  dealId: string | null;
  dealTitle: string | null;
  ownerId: string;
  ownerName: string;
  ownerLatin: string | null;
  amountMinor: string;
  paidMinor: string;
  writtenOffMinor: string;
  openMinor: string;
  currency: string;
  issuedOn: string;
  deliveredOn: string | null;
  dueOn: string;
  lastPaidOn: string | null;
  overdue: number;
  bucket: Bucket;
  letters: { letter: Letter; on: string }[];
  letterDue: { letter: Letter; since: string } | null;
}

/** Invoices with their entries up to `at` (a day), as a query to narrow. */
export function invoiceRows(db: Kysely<DB>, at: string) {
  const sum = (kinds: RawBuilder<SqlBool>) => sql<string>`coalesce((select sum(e.amount_minor) from receivable_entry e where e.receivable_id = r.id and e.booked_on <= ${at}::date and ${kinds}), 0)::text`;
  return db
    .selectFrom("receivable as r")
    .innerJoin("account as a", "a.id", "r.account_id")
    .innerJoin("person as p", "p.id", "r.owner_id")
    .leftJoin("deal as d", "d.id", "r.deal_id")
    .select([
      "r.id", "r.number", "r.account_id as accountId", "a.name as accountName", "r.deal_id as dealId", "d.title as dealTitle", "r.owner_id as ownerId", "p.name as ownerName", "p.name_latin as ownerLatin",
      "r.amount_minor as amountMinor", "r.currency", "r.issued_on as issuedOn", "r.delivered_on as deliveredOn", "r.due_on as dueOn",
    ])
    .select([
      sum(sql`e.kind <> 'write-off'`).as("paidMinor"),
      sum(sql`e.kind = 'write-off'`).as("writtenOffMinor"),
      openMinor(at).as("openMinor"),
      sql<string | null>`(select max(e.booked_on) from receivable_entry e where e.receivable_id = r.id and e.kind = 'payment' and e.booked_on <= ${at}::date)`.as("lastPaidOn"),
      sql<{ letter: Letter; on: string }[]>`coalesce((select json_agg(json_build_object('letter', l.letter, 'on', l.sent_on) order by l.sent_on, l.id) from receivable_letter l where l.receivable_id = r.id and l.sent_on <= ${at}::date), '[]'::json)`.as("letters"),
    ])
    .where("r.issued_on", "<=", at);
}

/** What is open of the invoice `r` on a day, exact. */
export function openMinor(at: string): RawBuilder<string> {
  return sql<string>`(r.amount_minor - coalesce((select sum(e.amount_minor) from receivable_entry e where e.receivable_id = r.id and e.booked_on <= ${at}::date), 0))::text`;
}

type InvoiceRow = Awaited<ReturnType<ReturnType<typeof invoiceRows>["execute"]>>[number];

/** A row with its age and the letter that is due. */
export function invoiceOf(row: InvoiceRow, today: string): InvoiceLine {
  const overdue = overdueDays(row.dueOn, today);
  return { ...row, overdue, bucket: bucketOf(overdue), letterDue: letterDue(row, today) };
}

/** The invoices of a deal, the first due first. Rights are the caller's matter. */
export async function invoicesOfDeal(db: Kysely<DB>, dealId: string, today: string): Promise<InvoiceLine[]> {
  const rows = await invoiceRows(db, today).where("r.deal_id", "=", dealId).orderBy("r.due_on").orderBy("r.id").execute();
  return rows.map((row) => invoiceOf(row, today));
}

/** Invoices with their payments as of a day; of these people or deals, or of all. For effects and meetings; rights are the caller's matter. */
export async function receivablesOf(db: Kysely<DB>, { ownerIds, dealIds, at, openOnly = false }: { ownerIds?: readonly string[]; dealIds?: readonly string[]; at: string; openOnly?: boolean }): Promise<InvoiceLine[]> {
  const rows = await invoiceRows(db, at)
    .$if(ownerIds !== undefined, (query) => query.where(sql<boolean>`r.owner_id = any(${[...(ownerIds ?? [])]}::uuid[])`))
    .$if(dealIds !== undefined, (query) => query.where(sql<boolean>`r.deal_id = any(${[...(dealIds ?? [])]}::uuid[])`))
    .$if(openOnly, (query) => query.where(sql<boolean>`${openMinor(at)}::bigint > 0`))
    .orderBy("r.due_on")
    .orderBy("r.id")
    .execute();
  return rows.map((row) => invoiceOf(row, at));
}

/** An invoice that the actor may see, with what they may do; undefined when it is none of theirs, or there is none. */
export async function findInvoice(db: Kysely<DB>, actor: Actor, receivableId: string, today: string): Promise<InvoiceLine | undefined> {
  const row = await invoiceRows(db, "9999-12-31").where("r.id", "=", receivableId).where(visibleTo(actor, "r.owner_id")).executeTakeFirst();
  return row && invoiceOf(row, today);
}
