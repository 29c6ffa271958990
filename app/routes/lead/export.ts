import { guardedLoader } from "~/auth/guard.server";
import { COMPARE_BY, COMPANY_TIME_ZONE, compareTables, compareView, download, effectTables, fileAsked, firstScreen, firstTables, heatMap, heatTables, keptEffect, overdueSteps, overdueTables, parseMeasure, roadsView, roadTables } from "~/dashboards/index.server";
import { DASHBOARD_PAGES, type DashboardPage } from "~/dashboards";
import { formatDate, isoDay } from "~/i18n/dates";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { lyingUses } from "~/steps/field-tracking/index.server";
import { dashboardOf } from "./frame.server";

/** What a dashboard shows, as a file: the same tables that stand behind its pictures, with what was asked for. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { db, params, now, actor } = args;
  const asked = fileAsked(params.file);
  const page = ([...DASHBOARD_PAGES, "overdue"] as const).find((one) => one === asked?.page);
  if (!page || !asked) throw notFound();
  const { scope, frame, texts } = await dashboardOf(args);
  const { t, locale } = texts;
  const today = isoDay(now, COMPANY_TIME_ZONE);
  const TABLES: Record<DashboardPage | "overdue", () => Promise<ReturnType<typeof firstTables>>> = {
    first: async () => firstTables(await firstScreen(db, scope, now), texts),
    heat: async () => heatTables(await heatMap(db, scope), texts),
    road: async () => roadTables(await roadsView(db, scope, { chapter: frame.filter.chapter ?? null, now }), texts),
    compare: async () => compareTables(await compareView(db, scope, { measure: parseMeasure(frame.filter.measure ?? null), by: COMPARE_BY.find((one) => one === frame.filter.by) ?? "team", today }), texts),
    effect: async () => effectTables((await keptEffect(db, scope, scope.day ?? today))?.lines ?? [], texts),
    overdue: async () => overdueTables({ ...(await overdueSteps(db, scope, { now, page: 1, pageSize: Infinity })), uses: await lyingUses(db, scope.within, now) }, texts, { now, timeZone: actor.timeZone }),
  };
  const tables = await TABLES[page]();
  const facts = [
    [t("part"), scope.top ? pick(scope.top.name, locale) : t("partAll")],
    [t("day"), frame.day?.day ?? today],
    [t("exported"), formatDate(now, { locale, timeZone: actor.timeZone })],
    ...(frame.filter.chapter ? [[t("road.chapter"), frame.filter.chapter] as const] : []),
  ] as const;
  return download({ name: `roadbook-${page}-${frame.day?.day ?? today}`, format: asked.format, tables, facts, about: t("exported") });
});
