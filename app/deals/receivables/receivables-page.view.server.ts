import { type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { rightOf } from "../deal-right.server";
import { type BonusEffect, bonusEffects } from "./bonus.server";
import { type InvoiceLine, invoiceOf, invoiceRows, openMinor } from "./invoices-of.server";
import { type LedgerSums, ledgerSums } from "./ledger.server";
import type { ReceivableFilter } from "./receivable-filter";
import { RECEIVABLE_PAGE_SIZE } from "./receivable-filter";

export interface ReceivablesPage {
  sums: LedgerSums[];
  bonus: BonusEffect[];
  invoices: InvoiceLine[];
  total: number;
  of: ReceivableFilter["of"];
  mayWork: boolean;
  mayLead: boolean;
}

/** The ledger of the actor, or of the people below: sums over all of it, one page of invoices, the longest overdue first. */
export async function receivablesPage(db: Kysely<DB>, actor: Actor, filter: ReceivableFilter, today: string): Promise<ReceivablesPage> {
  const mayWork = holds(actor, "deal:work", { kind: "any" });
  const mayLead = holds(actor, "deal:view", { kind: "any" });
  const of = filter.of === "team" || !mayWork ? (mayLead ? "team" : "mine") : "mine";
  const among = of === "mine" ? sql<SqlBool>`r.owner_id = ${actor.id}` : sql<SqlBool>`((${rightOf(actor, "r.owner_id")}) is not null and r.owner_id <> ${actor.id})`;
  const open = sql<SqlBool>`${openMinor(today)}::bigint > 0`;
  const narrowed = invoiceRows(db, today)
    .where(among)
    .$if(filter.show !== "all", (query) => query.where(open))
    .$if(filter.show === "overdue", (query) => query.where("r.due_on", "<", today));
  const [sums, bonus, rows, counted] = await Promise.all([
    ledgerSums(db, among, today),
    bonusEffects(db, among, today),
    narrowed.orderBy(sql`${open}`, "desc").orderBy("r.due_on").orderBy("r.id").limit(RECEIVABLE_PAGE_SIZE).offset((filter.page - 1) * RECEIVABLE_PAGE_SIZE).execute(),
    narrowed.clearSelect().select((eb) => eb.fn.countAll<string>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { sums, bonus, invoices: rows.map((row) => invoiceOf(row, today)), total: Number(counted.total), of, mayWork, mayLead };
}
