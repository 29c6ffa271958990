import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Actor } from "~/people";
import { writeAudit } from "~/people/index.server";
import { isoDay } from "~/i18n/dates";
import { fail, ok, type Result } from "~/platform/result";
import { findOrAddAccount } from "../choose-account.server";
import { insertInvoice } from "../receivables/write-receivable.server";
import { type ApplyContext, applyDeal } from "./apply-deal.server";
import { countFates, type Counts } from "./plan";
import { findImport, planImport } from "./plan-import.server";
import type { PlannedDeal } from "./plan-deals.server";
import type { PlannedInvoice } from "./plan-invoices.server";
import type { PlannedPayment } from "./plan-payments.server";
import { headerHash } from "./start-import.server";

export type TakeImportError = { code: "not-found" } | { code: "taken" } | { code: "columns" };

/**
 * Takes a file over: what is new or changed is written, refused lines are left, all at once or not at all. Planned again as
 * things stand now; taken a second time it does nothing. The columns are remembered for the next such file.
 */
export async function takeDealImport(trx: Transaction<DB>, actor: Actor, { importId, now }: { importId: string; now: Date }): Promise<Result<Counts, TakeImportError>> {
  const found = await findImport(trx, actor, importId, true);
  if (!found) return fail({ code: "not-found" });
  if (found.takenAt !== null) return fail({ code: "taken" });
  const today = isoDay(now, actor.timeZone);
  const plan = await planImport(trx, actor, found, today);
  if (!plan) return fail({ code: "columns" });
  const context: ApplyContext = { source: found.source, byId: actor.id, via: "import", today, now };
  if (plan.kind === "deals") await takeDeals(trx, plan.lines, context);
  else if (plan.kind === "invoices") await takeInvoices(trx, plan.lines, context);
  else await takePayments(trx, plan.lines, context);
  const counts = countFates(plan.lines);
  await trx.updateTable("deal_import").set({ lines: null, counts: counts as unknown as JsonValue, taken_at: now }).where("id", "=", importId).execute();
  const remembered = { source: found.source, mapping: found.mapping as JsonValue, used_at: now };
  await trx
    .insertInto("deal_import_mapping")
    .values({ person_id: actor.id, kind: found.kind, header_hash: headerHash(found.header), ...remembered })
    .onConflict((conflict) => conflict.columns(["person_id", "kind", "header_hash"]).doUpdateSet(remembered))
    .execute();
  await writeAudit(trx, { actorId: actor.id, action: "import-deals", subject: { kind: "import", id: importId }, details: { kind: found.kind, source: found.source, file: found.fileName, ...counts } });
  return ok(counts);
}

async function takeDeals(trx: Transaction<DB>, lines: readonly PlannedDeal[], context: ApplyContext): Promise<void> {
  for (const { record, known, judged } of lines) if (record && (judged.fate === "new" || judged.fate === "changed")) await applyDeal(trx, record, known, judged, context);
}

async function takeInvoices(trx: Transaction<DB>, lines: readonly PlannedInvoice[], { byId, now }: ApplyContext): Promise<void> {
  for (const { record, fate, knownId } of lines) {
    if (!record || (fate !== "new" && fate !== "changed")) continue;
    const { account, ownerId, ...invoice } = record;
    if (knownId !== null) {
      await trx
        .updateTable("receivable")
        .set({ amount_minor: invoice.amountMinor, currency: invoice.currency, issued_on: invoice.issuedOn, due_on: invoice.dueOn, changed_at: now, ...(invoice.costMinor === null ? {} : { cost_minor: invoice.costMinor }), ...(invoice.deliveredOn === null ? {} : { delivered_on: invoice.deliveredOn }), ...(invoice.dealId === null ? {} : { deal_id: invoice.dealId }) })
        .where("id", "=", knownId)
        .execute();
      continue;
    }
    const deal = invoice.dealId === null ? undefined : await trx.selectFrom("deal").select("account_id").where("id", "=", invoice.dealId).executeTakeFirst();
    const accountId = deal?.account_id ?? (await findOrAddAccount(trx, { name: account, ownerId, byId, now }));
    await insertInvoice(trx, { ...invoice, accountId, ownerId, byId, external: null, now });
  }
}

async function takePayments(trx: Transaction<DB>, lines: readonly PlannedPayment[], { source, byId, now }: ApplyContext): Promise<void> {
  for (const { entry, fate } of lines) {
    if (!entry || fate !== "new") continue;
    await trx
      .insertInto("receivable_entry")
      .values({ receivable_id: entry.receivableId, kind: entry.kind, booked_on: entry.bookedOn, amount_minor: entry.amountMinor, reference: entry.reference, source, external_key: entry.key, by_id: byId, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
