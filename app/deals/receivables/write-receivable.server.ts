import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { type Actor, holds } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { type AccountChoice, type AccountError, chooseAccount } from "../choose-account.server";
import { isCurrency } from "../money";
import { openMinor } from "./invoices-of.server";
import type { EntryKind, Letter } from "./receivable";

export interface NewInvoice {
  number: string;
  account: AccountChoice;
  dealId: string | null;
  /** bigint in minor units, as text; above zero. */
  amountMinor: string;
  costMinor: string | null;
  currency: string;
  issuedOn: string;
  deliveredOn: string | null;
  dueOn: string;
}

export type NewInvoiceError = { code: "not-yours" } | { code: "unknown-deal" } | { code: "amount" } | { code: "due-before-issue" } | { code: "number-taken" } | AccountError;

/** Enters an invoice of the actor's own. A number stands once at each customer. */
export async function enterInvoice(trx: Transaction<DB>, actor: Actor, invoice: NewInvoice & { now: Date }): Promise<Result<{ receivableId: string }, NewInvoiceError>> {
  if (!holds(actor, "deal:work", { kind: "any" })) return fail({ code: "not-yours" });
  if (BigInt(invoice.amountMinor) <= 0n || !isCurrency(invoice.currency)) return fail({ code: "amount" });
  if (invoice.dueOn < invoice.issuedOn) return fail({ code: "due-before-issue" });
  const deal = invoice.dealId === null ? null : await trx.selectFrom("deal").select("account_id").where("id", "=", invoice.dealId).where("owner_id", "=", actor.id).executeTakeFirst();
  if (deal === undefined) return fail({ code: "unknown-deal" });
  const account = deal ? ok({ accountId: deal.account_id }) : await chooseAccount(trx, { choice: invoice.account, ownerId: actor.id, actor, now: invoice.now });
  if (!account.ok) return account;
  const receivableId = await insertInvoice(trx, { ...invoice, accountId: account.value.accountId, ownerId: actor.id, byId: actor.id, external: null });
  return receivableId === null ? fail({ code: "number-taken" }) : ok({ receivableId });
}

/** Writes an invoice; null when the customer has one of that number. Rights are the caller's matter. */
export async function insertInvoice(
  trx: Transaction<DB>,
  invoice: Omit<NewInvoice, "account"> & { accountId: string; ownerId: string; byId: string | null; external: { source: string; key: string } | null; now: Date },
): Promise<string | null> {
  const row = await trx
    .insertInto("receivable")
    .values({
      account_id: invoice.accountId,
      deal_id: invoice.dealId,
      owner_id: invoice.ownerId,
      number: invoice.number.trim(),
      amount_minor: invoice.amountMinor,
      cost_minor: invoice.costMinor,
      currency: invoice.currency,
      issued_on: invoice.issuedOn,
      delivered_on: invoice.deliveredOn,
      due_on: invoice.dueOn,
      source: invoice.external?.source ?? null,
      external_key: invoice.external?.key ?? null,
      created_by: invoice.byId,
      created_at: invoice.now,
      changed_at: invoice.now,
    })
    .onConflict((conflict) => conflict.columns(["account_id", "number"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export type EntryError = { code: "not-found" } | { code: "amount" } | { code: "more-than-open" } | { code: "future" };

/** Books a payment, a credit or bad debt; an entry of the opposite sign puts a mistake right. Never more than is open, never back below nothing. */
export async function bookEntry(
  trx: Transaction<DB>,
  actor: Actor,
  { receivableId, kind, bookedOn, amountMinor, reference, now }: { receivableId: string; kind: EntryKind; bookedOn: string; amountMinor: string; reference: string | null; now: Date },
): Promise<Result<undefined, EntryError>> {
  // First the lock, then the sum: what was booked while we waited is in it.
  await trx.selectFrom("receivable").select("id").where("id", "=", receivableId).forUpdate().executeTakeFirst();
  const owned = await trx.selectFrom("receivable as r").select(["r.amount_minor", openMinor("9999-12-31").as("open")]).where("r.id", "=", receivableId).where("r.owner_id", "=", actor.id).executeTakeFirst();
  if (!owned || !holds(actor, "deal:work", { kind: "any" })) return fail({ code: "not-found" });
  const amount = BigInt(amountMinor);
  if (amount === 0n) return fail({ code: "amount" });
  if (bookedOn > isoDay(now, actor.timeZone)) return fail({ code: "future" });
  const open = BigInt(owned.open) - amount;
  if (open < 0n || open > BigInt(owned.amount_minor)) return fail({ code: "more-than-open" });
  await trx.insertInto("receivable_entry").values({ receivable_id: receivableId, kind, booked_on: bookedOn, amount_minor: amountMinor, reference: reference?.trim() || null, source: null, external_key: null, by_id: actor.id, at: now }).execute();
  return ok();
}

/** Notes that a letter went out; the same letter of the same day stands once. */
export async function noteLetter(trx: Transaction<DB>, actor: Actor, { receivableId, letter, sentOn, now }: { receivableId: string; letter: Letter; sentOn: string; now: Date }): Promise<Result<undefined, { code: "not-found" } | { code: "future" }>> {
  const owned = await trx.selectFrom("receivable").select("id").where("id", "=", receivableId).where("owner_id", "=", actor.id).executeTakeFirst();
  if (!owned || !holds(actor, "deal:work", { kind: "any" })) return fail({ code: "not-found" });
  if (sentOn > isoDay(now, actor.timeZone)) return fail({ code: "future" });
  await trx.insertInto("receivable_letter").values({ receivable_id: receivableId, letter, sent_on: sentOn, by_id: actor.id, at: now }).onConflict((conflict) => conflict.doNothing()).execute();
  return ok();
}
