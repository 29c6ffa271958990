import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { LockScreen, roomPath } from "~/steps/defense";
import { lockScores, roomPage } from "~/steps/defense/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "defense:sit", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "defense"], title: (t) => t("defense:lock.title") };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async ({ db, actor, params, context }) => {
  const slotId = uuidParam(params, "slot");
  const page = await roomPage(db, actor, { slotId, locale: context.locale });
  if (!page) throw notFound();
  // Locked already, or not the time for it: there is nothing to review.
  if (page.me.locked || page.state !== "scoring") throw redirect(roomPath(slotId));
  return { page };
});

export const action = guardedAction(access, async ({ db, actor, params, now }) => {
  const slotId = uuidParam(params, "slot");
  const locked = await inTransaction(db, "lock scores", (trx) => lockScores(trx, actor, { slotId, now }));
  if (!locked.ok && locked.error.code === "unknown-slot") throw notFound();
  if (!locked.ok) return data({ problem: locked.error.code }, { status: 409 });
  throw redirect(roomPath(slotId), 303);
});

export default function Lock() {
  const { page } = useLoaderData<typeof loader>();
  return <LockScreen page={page} problem={useActionData<typeof action>()?.problem ?? null} />;
}
