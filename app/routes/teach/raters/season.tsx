import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { readSeasonFilter, SeasonScreen } from "~/steps/defense";
import { SEASON_PAGE_SIZE, seasonPage } from "~/steps/defense/index.server";

export const handle: RouteHandle = { i18n: ["ui", "raters"], title: (t) => t("raters:title") };

export const loader = guardedLoader({ permission: "raters:view", scope: "any" }, async ({ db, actor, url, now, context }) => {
  const filter = readSeasonFilter(url.searchParams, now, actor.timeZone);
  const page = await context.timing.measure("season", () => seasonPage(db, actor, filter));
  return { page, filter, pageSize: SEASON_PAGE_SIZE, locale: context.locale, timeZone: actor.timeZone };
});

export default function Season() {
  return <SeasonScreen {...useLoaderData<typeof loader>()} />;
}
