import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { DealScreen, type DealScreenProps } from "~/deals";
import { dealPage } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { actOnDeal } from "./act-on-deal.server";

const access = { permission: "deal:list", scope: "any" } as const;
export const handle: RouteHandle<DealScreenProps> = { i18n: ["ui", "sheets", "deals"], title: (_, { page }) => page.deal.title };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async ({ db, actor, params, now, context }) => {
  const today = isoDay(now, actor.timeZone);
  const page = await dealPage(db, actor, uuidParam(params, "deal"), today);
  if (!page) throw notFound();
  return { page, today, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(access, async (args) => actOnDeal(args, uuidParam(args.params, "deal")));

export default function Deal() {
  return <DealScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
