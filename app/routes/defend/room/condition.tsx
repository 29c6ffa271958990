import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { conditionPath, ConditionScreen } from "~/steps/defense";
import { type ConditionPage, conditionPage, settleCondition } from "~/steps/defense/index.server";
import { verdictPostFrom } from "./verdict-post.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ page: ConditionPage }> = { i18n: ["ui", "defense"], title: (t, { page }) => t("defense:condition.title", { name: page.head.candidate }) };

/** For the person that the panel named, whatever their roles; the query asks. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, context }) => {
  const page = await conditionPage(db, actor, { slotId: uuidParam(params, "slot"), locale: context.locale });
  if (!page) throw notFound();
  return { page, locale: context.locale };
});

const schema = z.object({ outcome: z.enum(["met", "missed"]), note: z.string().max(4000).default("") });

export const action = guardedAction("signed-in", async ({ request, db, actor, params, context, now }) => {
  const slotId = uuidParam(params, "slot");
  const parsed = schema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return data({ problem: "invalid" }, { status: 422 });
  const settled = await inTransaction(db, "settle condition", (trx) => settleCondition(trx, actor, { slotId, ...parsed.data, now }, verdictPostFrom(context)));
  if (!settled.ok && settled.error.code === "unknown-slot") throw notFound();
  if (!settled.ok) return data({ problem: settled.error.code }, { status: 409 });
  throw redirect(conditionPath(slotId), 303);
});

export default function Condition() {
  const { page, locale } = useLoaderData<typeof loader>();
  return <ConditionScreen page={page} problem={useActionData<typeof action>()?.problem ?? null} locale={locale} timeZone={page.head.timeZone} />;
}
