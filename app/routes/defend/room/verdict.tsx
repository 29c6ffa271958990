import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { roomPath, verdictPath, VerdictScreen } from "~/steps/defense";
import { decideVerdict, roomPage, saveForm } from "~/steps/defense/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "defense:sit", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "defense"], title: (t) => t("defense:verdict.write") };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async ({ db, actor, params, context, now }) => {
  const slotId = uuidParam(params, "slot");
  const page = await roomPage(db, actor, { slotId, locale: context.locale });
  if (!page) throw notFound();
  if (!page.me.chair || page.state !== "reconciling") throw redirect(roomPath(slotId));
  return { page, today: isoDay(now, page.head.timeZone) };
});

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const schema = z.object({ outcome: z.enum(["pass", "conditional", "fail"]), what: z.string().max(4000).default(""), due: z.string().max(10).default(""), checker: z.union([z.uuid(), z.literal("")]).default("") });

export const action = guardedAction(access, async ({ request, db, actor, params, now }) => {
  const slotId = uuidParam(params, "slot");
  const form = await request.formData();
  const refill = { outcome: String(form.get("outcome") ?? ""), what: String(form.get("what") ?? ""), due: String(form.get("due") ?? ""), checker: String(form.get("checker") ?? "") };
  // A page without scripts sends along what is typed.
  const saved = await inTransaction(db, "save verdict", (trx) => saveForm(trx, actor, { slotId, form, now }));
  if (!saved.ok && saved.error.code === "unknown-slot") throw notFound();
  if (!saved.ok) return data({ problem: saved.error.code, refill }, { status: 409 });
  if (form.get("intent") === "save") throw redirect(verdictPath(slotId), 303);
  const parsed = schema.safeParse(refill);
  if (!parsed.success) return data({ problem: "invalid", refill }, { status: 422 });
  const { outcome, what, due, checker } = parsed.data;
  if (outcome === "conditional" && (!isDay(due) || checker === "")) return data({ problem: "condition-missing", refill }, { status: 409 });
  const input = { slotId, outcome, condition: outcome === "conditional" ? { what, due, checkerId: checker } : null, now };
  const decided = await inTransaction(db, "decide defense", (trx) => decideVerdict(trx, actor, input));
  if (!decided.ok) return data({ problem: decided.error.code, refill }, { status: 409 });
  throw redirect(roomPath(slotId), 303);
});

export default function Verdict() {
  const { page, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <VerdictScreen page={page} problem={answer?.problem ?? null} refill={answer?.refill ?? null} today={today} />;
}
