import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { BUYING_ROLES, type DealAnswer, dealPath, LOST_FOR, OPEN_STAGES, WON_FOR } from "~/deals";
import { addContact, changeDeal, contactLeft, correctStage, handOverDeal, moveStage, readMoney, removeSheetFromDeal, setNextAction, setRoles } from "~/deals/index.server";
import { notFound } from "~/platform/errors";
import { formFailure, type FormFailure, parseFormData } from "~/platform/forms.server";

const day = z.iso.date({ error: "date" });
const roles = z.union([z.array(z.enum(BUYING_ROLES)), z.enum(BUYING_ROLES).transform((one) => [one])]).default([]);
const text = (max: number) => z.string({ error: "required" }).trim().min(1, "required").max(max, "tooLong");
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), version: z.coerce.number().int(), title: text(160), amount: text(40), currency: z.string().regex(/^[A-Z]{3}$/, "choose"), expectedClose: day.optional() }),
  z.object({ intent: z.literal("move"), stage: z.enum(OPEN_STAGES, { error: "choose" }), on: day }),
  z.object({ intent: z.literal("close-won"), outcome: z.enum(WON_FOR, { error: "choose" }), on: day, reason: z.string().max(400, "tooLong").optional() }),
  z.object({ intent: z.literal("close-lost"), outcome: z.enum(LOST_FOR, { error: "choose" }), on: day, reason: z.string().max(400, "tooLong").optional() }),
  z.object({ intent: z.literal("correct"), change: z.string().regex(/^\d{1,18}$/), on: day, reason: text(400) }),
  z.object({ intent: z.literal("withdraw"), change: z.string().regex(/^\d{1,18}$/), reason: text(400) }),
  z.object({ intent: z.literal("next-action"), text: text(200), owner: z.uuid(), due: day }),
  z.object({ intent: z.literal("action-done") }),
  z.object({ intent: z.literal("add-contact"), name: text(120), title: z.string().max(120, "tooLong").optional(), phone: z.string().max(40, "tooLong").optional(), email: z.email("email").max(200).optional(), roles }),
  z.object({ intent: z.literal("set-roles"), contact: z.uuid(), roles }),
  z.object({ intent: z.literal("contact-left"), contact: z.uuid() }),
  z.object({ intent: z.literal("hand-over"), to: z.uuid("choose") }),
  z.object({ intent: z.literal("remove-sheet"), sheet: z.uuid() }),
]);
type Input = z.output<typeof schema>;

/** What a refusal of a use case says at which field; `ui:form` has the texts. */
const SAID: Record<string, { field: string; message: string }> = {
  "changed-meanwhile": { field: "title", message: "dealChanged" },
  "unknown-currency": { field: "currency", message: "choose" },
  "outcome-needed": { field: "outcome", message: "choose" },
  future: { field: "on", message: "dealFuture" },
  "same-stage": { field: "stage", message: "dealSameStage" },
  "out-of-order": { field: "on", message: "dealOrder" },
  "only-move": { field: "change", message: "dealOnlyMove" },
  "reason-needed": { field: "reason", message: "required" },
  "unknown-owner": { field: "to", message: "choose" },
  "unknown-person": { field: "owner", message: "choose" },
  "text-needed": { field: "text", message: "required" },
  "name-needed": { field: "name", message: "required" },
};

/** Does what a form of the deal's page asks for. */
export async function actOnDeal(args: Guarded, dealId: string) {
  const form = await args.request.formData();
  const parsed = parseFormData(form, schema);
  const intent = String(form.get("intent") ?? "");
  const refuse = (failure: FormFailure) => data<DealAnswer>({ form: intent === "withdraw" ? "correct" : intent, failure }, { status: 400 });
  if (!parsed.ok) {
    if (parsed.error.failure.fieldErrors.intent || parsed.error.failure.fieldErrors.contact) throw notFound();
    return refuse(parsed.error.failure);
  }
  const result = await act(args, dealId, parsed.value);
  if (result.ok) throw redirect(dealPath(dealId), 303);
  if (result.error.code === "not-found" || result.error.code === "unknown-move") throw notFound();
  if (result.error.code === "amount") return refuse(formFailure(form, [], { amount: ["dealAmount"] }));
  const said = SAID[result.error.code];
  return refuse(formFailure(form, said ? [] : [result.error.code], said ? { [said.field]: [said.message] } : {}));
}

function act({ db, actor, now }: Guarded, dealId: string, input: Input) {
  const base = { dealId, actor, now };
  return inTransaction<{ ok: true } | { ok: false; error: { code: string } }>(db, `${input.intent} deal`, async (trx) => {
    switch (input.intent) {
      case "change": {
        const amountMinor = readMoney(input.amount, input.currency);
        if (amountMinor === null || amountMinor.startsWith("-")) return { ok: false, error: { code: "amount" } };
        return changeDeal(trx, { ...base, version: input.version, change: { title: input.title, amountMinor, currency: input.currency, expectedClose: input.expectedClose ?? null } });
      }
      case "move":
        return moveStage(trx, { ...base, stage: input.stage, on: input.on });
      case "close-won":
      case "close-lost":
        return moveStage(trx, { ...base, stage: input.intent === "close-won" ? "won" : "lost", on: input.on, outcome: input.outcome, ...(input.reason === undefined ? {} : { reason: input.reason }) });
      case "correct":
        return correctStage(trx, { ...base, changeId: input.change, to: { on: input.on }, reason: input.reason });
      case "withdraw":
        return correctStage(trx, { ...base, changeId: input.change, to: { withdrawn: true }, reason: input.reason });
      case "next-action":
        return setNextAction(trx, { ...base, action: { text: input.text, ownerId: input.owner, due: input.due } });
      case "action-done":
        return setNextAction(trx, { ...base, action: null });
      case "add-contact": {
        const { name, title, phone, email } = input;
        return addContact(trx, { ...base, contact: { name, ...(title ? { title } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) }, roles: input.roles });
      }
      case "set-roles":
        return setRoles(trx, { ...base, contactId: input.contact, roles: input.roles });
      case "contact-left":
        return contactLeft(trx, { ...base, contactId: input.contact });
      case "hand-over":
        return handOverDeal(trx, { ...base, toId: input.to });
      case "remove-sheet":
        return removeSheetFromDeal(trx, { ...base, sheetId: input.sheet });
    }
  });
}
