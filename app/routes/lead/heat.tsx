import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { dashboardPath, HeatGrid, HeatNumbers, LeadFrame, NUMBERS_AT_ONCE, packCounts } from "~/dashboards";
import { heatMap, heatTables } from "~/dashboards/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pageNumber } from "~/platform/request.server";
import { Card, EmptyState } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards"], title: (t) => t("dashboards:heat.title") };

/** Teams against competencies. The numbers of many teams are a table that is sent when it is asked for (`?numbers`), by pages. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame, texts } = await dashboardOf(args);
  const map = await args.context.timing.measure("heat", () => heatMap(args.db, scope));
  const { rows, whole, competencies } = map;
  const many = rows.length > NUMBERS_AT_ONCE;
  const page = many && args.url.searchParams.has("numbers") ? pageNumber(args.url) : null;
  const [table = null] = many && page === null ? [] : heatTables(page === null ? map : { ...map, rows: rows.slice((page - 1) * NUMBERS_AT_ONCE, page * NUMBERS_AT_ONCE) }, texts);
  return {
    frame,
    competencies,
    teams: rows.map(({ team, people, opens, cells }) => ({ id: team.id, name: team.name, people, opens, cells: packCounts(cells) })),
    whole: { people: whole.people, cells: packCounts(whole.cells) },
    numbers: { table, page },
    locale: args.context.locale,
  };
});

export default function Heat() {
  const { frame, competencies, teams, whole, numbers, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  return (
    <LeadFrame page="heat" title={t("heat.title")} lead={t("heat.lead")} frame={frame} locale={locale}>
      {competencies.length === 0 ? (
        <EmptyState title={t("heat.none")}>{t("first.noEvidence")}</EmptyState>
      ) : (
        <Card>
          <HeatGrid competencies={competencies} teams={teams} whole={whole} filter={frame.filter} top={frame.top} locale={locale} live={frame.day === null} />
          <HeatNumbers {...numbers} total={teams.length} path={dashboardPath("heat", frame.filter)} />
        </Card>
      )}
    </LeadFrame>
  );
}
