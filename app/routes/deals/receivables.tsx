import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import { receivableFilterOf, ReceivablesScreen } from "~/deals";
import { receivablesPage } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";

export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:receivables.title") };

export const loader = guardedLoader({ permission: "deal:list", scope: "any" }, async ({ db, actor, url, now, context }) => {
  const filter = receivableFilterOf(url.searchParams);
  return { page: await context.timing.measure("ledger", () => receivablesPage(db, actor, filter, isoDay(now, actor.timeZone))), filter, locale: context.locale };
});

export default function Receivables() {
  return <ReceivablesScreen {...useLoaderData<typeof loader>()} />;
}
