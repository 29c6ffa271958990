import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { ENTRY_KINDS, LETTERS, receivablePath, ReceivableScreen, type ReceivableScreenProps } from "~/deals";
import { bookEntry, noteLetter, readMoney, receivablePage } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { formFailure, type FormFailure, parseFormData } from "~/platform/forms.server";

export const handle: RouteHandle<ReceivableScreenProps> = { i18n: ["ui", "deals"], title: (_, { page }) => page.invoice.number };
const day = z.iso.date({ error: "date" });
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("entry"), kind: z.enum(ENTRY_KINDS, { error: "choose" }), amount: z.string({ error: "required" }).max(40, "tooLong"), on: day, reference: z.string().max(120, "tooLong").optional() }),
  z.object({ intent: z.literal("letter"), letter: z.enum(LETTERS, { error: "choose" }), on: day }),
]);
const SAID = { amount: ["amount", "dealAmount"], "more-than-open": ["amount", "invoiceOpen"], future: ["on", "dealFuture"] } as const;

export const loader = guardedLoader({ permission: "deal:list", scope: "any" }, async ({ db, actor, params, now, context }) => {
  const today = isoDay(now, actor.timeZone);
  const page = await receivablePage(db, actor, uuidParam(params, "receivable"), today);
  if (!page) throw notFound();
  return { page, today, locale: context.locale };
});

export const action = guardedAction({ permission: "deal:work", scope: "any" }, async ({ request, db, actor, params, now }) => {
  const receivableId = uuidParam(params, "receivable");
  const page = await receivablePage(db, actor, receivableId, isoDay(now, actor.timeZone));
  if (!page?.mayWork) throw notFound();
  const form = await request.formData();
  const refuse = (failure: FormFailure) => data<{ form: "entry" | "letter"; failure: FormFailure }>({ form: form.get("intent") === "letter" ? "letter" : "entry", failure }, { status: 400 });
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return refuse(parsed.error.failure);
  const input = parsed.value;
  const amountMinor = input.intent === "entry" ? readMoney(input.amount, page.invoice.currency) : "";
  if (amountMinor === null) return refuse(formFailure(form, [], { amount: ["dealAmount"] }));
  const result = await inTransaction(db, "book on invoice", (trx) =>
    input.intent === "letter" ? noteLetter(trx, actor, { receivableId, letter: input.letter, sentOn: input.on, now }) : bookEntry(trx, actor, { receivableId, kind: input.kind, bookedOn: input.on, amountMinor, reference: input.reference ?? null, now }),
  );
  if (result.ok) throw redirect(receivablePath(receivableId), 303);
  if (result.error.code === "not-found") throw notFound();
  const [field, message] = SAID[result.error.code];
  return refuse(formFailure(form, [], { [field]: [message] }));
});

export default function Receivable() {
  return <ReceivableScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
