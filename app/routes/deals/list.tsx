import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import { dealFilterOf, DealsScreen } from "~/deals";
import { dealsPage } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";

export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:list.title") };

export const loader = guardedLoader({ permission: "deal:list", scope: "any" }, async ({ db, actor, url, now, context }) => {
  const filter = dealFilterOf(url.searchParams);
  const today = isoDay(now, actor.timeZone);
  return { page: await context.timing.measure("deals", () => dealsPage(db, actor, filter, today)), filter, today, locale: context.locale };
});

export default function Deals() {
  return <DealsScreen {...useLoaderData<typeof loader>()} />;
}
