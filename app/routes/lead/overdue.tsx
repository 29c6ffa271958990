import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import { OverdueScreen } from "~/dashboards";
import { OVERDUE_PAGE_SIZE, overdueSteps, scopeOf } from "~/dashboards/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { pageNumber } from "~/platform/request.server";
import { coachedApplicationPath } from "~/steps/field-tracking";
import { coachedAmong, lyingUses } from "~/steps/field-tracking/index.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards", "road"], title: (t) => t("dashboards:overdue.title") };

/** What waits for somebody past its deadline, of the people within reach; as it is now. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async ({ db, actor, url, now, context }) => {
  const scope = await scopeOf(db, actor, { team: url.searchParams.get("team") || null, day: null });
  if (!scope) throw notFound();
  const page = pageNumber(url);
  const [{ steps, total }, uses] = await context.timing.measure("overdue", () => Promise.all([overdueSteps(db, scope, { now, page }), lyingUses(db, scope.within, now)]));
  const own = holds(actor, "field:coach", { kind: "any" }) ? await coachedAmong(db, actor, uses.map(({ applicationId }) => applicationId)) : new Set<string>();
  return {
    steps, total, page, pageSize: OVERDUE_PAGE_SIZE, now, locale: context.locale, timeZone: actor.timeZone,
    uses: uses.map((use) => ({ ...use, answer: own.has(use.applicationId) ? coachedApplicationPath(use.applicationId) : null })),
    teams: scope.teams.map(({ id, name, depth }) => ({ id, name, depth })),
    team: url.searchParams.get("team") ? (scope.top?.id ?? null) : null,
  };
});

export default function Overdue() {
  return <OverdueScreen {...useLoaderData<typeof loader>()} />;
}
