import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { dealPath, NewDealScreen, OPEN_STAGES } from "~/deals";
import { accountsOf, createDeal, readMoney } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { formFailure, parseFormData } from "~/platform/forms.server";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:new.title") };
const schema = z.object({
  account: z.uuid("choose").optional(),
  accountName: z.string().trim().max(160, "tooLong").optional(),
  title: z.string({ error: "required" }).trim().min(1, "required").max(160, "tooLong"),
  amount: z.string({ error: "required" }).max(40, "tooLong"),
  currency: z.string({ error: "choose" }).regex(/^[A-Z]{3}$/, "choose"),
  expectedClose: z.iso.date({ error: "date" }).optional(),
  stage: z.enum(OPEN_STAGES, { error: "choose" }),
  since: z.iso.date({ error: "date" }),
});
const FIELD_OF = { "unknown-account": "account", "account-name-needed": "accountName", "unknown-currency": "currency", future: "since", "not-yours": "title" } as const;

export const loader = guardedLoader(access, async ({ db, actor, now }) => ({ accounts: await accountsOf(db, actor), today: isoDay(now, actor.timeZone) }));

export const action = guardedAction(access, async ({ request, db, actor, now }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const { account, accountName, amount, expectedClose, ...rest } = parsed.value;
  const amountMinor = readMoney(amount, rest.currency);
  if (amountMinor === null || amountMinor.startsWith("-")) return data(formFailure(form, [], { amount: ["dealAmount"] }), { status: 400 });
  const choice = account === undefined ? { name: accountName ?? "" } : { accountId: account };
  const result = await inTransaction(db, "create deal", (trx) => createDeal(trx, { ...rest, account: choice, amountMinor, expectedClose: expectedClose ?? null, actor, now }));
  if (!result.ok) return data(formFailure(form, [], { [FIELD_OF[result.error.code]]: [result.error.code === "future" ? "dealFuture" : "required"] }), { status: 400 });
  throw redirect(dealPath(result.value.dealId), 303);
});

export default function NewDeal() {
  return <NewDealScreen {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>() ?? null} />;
}
