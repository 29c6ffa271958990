import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { NewInvoiceScreen, receivablePath } from "~/deals";
import { accountsOf, dealsOf, enterInvoice, readMoney } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { formFailure, parseFormData } from "~/platform/forms.server";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:invoice.new") };
const day = z.iso.date({ error: "date" });
const schema = z.object({
  deal: z.uuid("choose").optional(),
  account: z.uuid("choose").optional(),
  number: z.string({ error: "required" }).trim().min(1, "required").max(80, "tooLong"),
  amount: z.string({ error: "required" }).max(40, "tooLong"),
  currency: z.string({ error: "choose" }).regex(/^[A-Z]{3}$/, "choose"),
  cost: z.string().max(40, "tooLong").optional(),
  issuedOn: day,
  deliveredOn: day.optional(),
  dueOn: day,
});
const SAID = { "not-yours": ["deal", "choose"], "unknown-deal": ["deal", "choose"], amount: ["amount", "dealAmount"], "due-before-issue": ["dueOn", "invoiceDue"], "number-taken": ["number", "invoiceTaken"], "unknown-account": ["account", "choose"], "account-name-needed": ["account", "choose"] } as const;

export const loader = guardedLoader(access, async ({ db, actor, url, now }) => {
  const [accounts, deals] = await Promise.all([accountsOf(db, actor), dealsOf(db, actor, { mine: true })]);
  return { accounts, deals: deals.map(({ id, title, accountName }) => ({ id, title, accountName })), dealId: url.searchParams.get("deal"), today: isoDay(now, actor.timeZone) };
});

export const action = guardedAction(access, async ({ request, db, actor, now }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const { deal, account, amount, cost, deliveredOn, ...rest } = parsed.value;
  const amountMinor = readMoney(amount, rest.currency);
  const costMinor = cost === undefined ? null : readMoney(cost, rest.currency);
  if (amountMinor === null) return data(formFailure(form, [], { amount: ["dealAmount"] }), { status: 400 });
  if (cost !== undefined && (costMinor === null || costMinor.startsWith("-"))) return data(formFailure(form, [], { cost: ["dealAmount"] }), { status: 400 });
  const invoice = { ...rest, account: account === undefined ? { name: "" } : { accountId: account }, dealId: deal ?? null, amountMinor, costMinor, deliveredOn: deliveredOn ?? null, now };
  const result = await inTransaction(db, "enter invoice", (trx) => enterInvoice(trx, actor, invoice));
  if (result.ok) throw redirect(receivablePath(result.value.receivableId), 303);
  const [field, message] = SAID[result.error.code];
  return data(formFailure(form, [], { [field]: [message] }), { status: 400 });
});

export default function NewInvoice() {
  return <NewInvoiceScreen {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>() ?? null} />;
}
