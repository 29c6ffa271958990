import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { DeadlinesScreen, OPEN_STAGES } from "~/deals";
import { bonusRule, setBonusRule, setStageLimits, type StageLimits, stageLimits } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { formFailure, type FormFailure, parseFormData } from "~/platform/forms.server";

const access = { permission: "people:manage", scope: "company" } as const;
export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:deadlines.title") };
const days = z.coerce.number("invalid").int("invalid").min(1, "invalid").max(730, "invalid");
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("limits"), contact: days, find: days, qualify: days, clarify: days, proposal: days }),
  z.object({ intent: z.literal("bonus"), base: z.enum(["profit", "revenue"], { error: "choose" }), ratePercent: z.string({ error: "required" }).trim().regex(/^\d{1,3}(\.\d{1,3})?$/, "invalid"), validFrom: z.iso.date({ error: "date" }) }),
]);

export const loader = guardedLoader(access, async ({ db, actor, now }) => {
  const today = isoDay(now, actor.timeZone);
  const [limits, rule] = await Promise.all([stageLimits(db), bonusRule(db, today)]);
  return { limits, rule, today };
});

export const action = guardedAction(access, async ({ request, db, actor, now }) => {
  const form = await request.formData();
  const which = form.get("intent") === "bonus" ? "bonus" : "limits";
  const answer = (failure: FormFailure | null) => data<{ form: "limits" | "bonus"; failure: FormFailure | null }>({ form: which, failure }, { status: failure ? 400 : 200 });
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return answer(parsed.error.failure);
  const input = parsed.value;
  if (input.intent === "bonus") {
    const set = await inTransaction(db, "set bonus rule", (trx) => setBonusRule(trx, actor, { ...input, now }));
    return answer(set.ok ? null : formFailure(form, [], { ratePercent: ["invalid"] }));
  }
  const limits = Object.fromEntries(OPEN_STAGES.map((stage) => [stage, input[stage]])) as StageLimits;
  const set = await inTransaction(db, "set deal deadlines", (trx) => setStageLimits(trx, actor, { limits, now }));
  return answer(set.ok ? null : formFailure(form, ["invalid"]));
});

export default function Deadlines() {
  return <DeadlinesScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
