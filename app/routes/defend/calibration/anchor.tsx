import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { anchorPath, type AnchorRefusal, AnchorScreen } from "~/steps/defense";
import { anchorPage, scoreAnchor } from "~/steps/defense/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "defense:sit", scope: "any" } as const;
export const handle: RouteHandle<{ page: { anchor: { title: string } } }> = { i18n: ["ui", "marking", "raters"], title: (_t, { page }) => page.anchor.title };
const KEY = /^[a-z0-9][a-z0-9-]{0,79}$/;
const schema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  remark: z.string().trim().max(2000).optional(),
  criteria: z.record(z.string().max(64), z.coerce.number().int()).default({}),
});

export const loader = guardedLoader(access, async ({ db, params, url, actor, now, context }) => {
  const key = params.anchor ?? "";
  const page = KEY.test(key) ? await anchorPage(db, actor.id, { key, again: url.searchParams.has("again"), locale: context.locale, now }) : null;
  if (page === null) throw notFound();
  return { page, locale: context.locale, timeZone: actor.timeZone, now };
});

export const action = guardedAction(access, async ({ request, db, params, actor, now }) => {
  const anchorKey = params.anchor ?? "";
  if (!KEY.test(anchorKey)) throw notFound();
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return data<AnchorRefusal>({ problem: "criterion-missing", from: null, draft: { criteria: {}, remark: "" } }, { status: 400 });
  const { hash: seenHash, criteria, remark = "" } = parsed.value;
  const scored = await inTransaction(db, "score an anchor", (trx) => scoreAnchor(trx, actor, { anchorKey, seenHash, criteria, remark: remark || null, now }));
  if (scored.ok) throw redirect(anchorPath(anchorKey), 303);
  const { error } = scored;
  if (error.code === "not-found") throw notFound();
  return data<AnchorRefusal>({ problem: error.code, from: "from" in error ? error.from : null, draft: { criteria, remark } }, { status: 409 });
});

export default function Anchor() {
  return <AnchorScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
