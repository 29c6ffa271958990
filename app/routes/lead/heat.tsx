import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { HeatGrid, LeadFrame, TableBehind } from "~/dashboards";
import { heatMap, heatTables } from "~/dashboards/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { Card, EmptyState } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards"], title: (t) => t("dashboards:heat.title") };

/** Teams against competencies. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame, texts } = await dashboardOf(args);
  const map = await args.context.timing.measure("heat", () => heatMap(args.db, scope));
  return { frame, map, tables: heatTables(map, texts), locale: args.context.locale };
});

export default function Heat() {
  const { frame, map, tables, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  return (
    <LeadFrame page="heat" title={t("heat.title")} lead={t("heat.lead")} frame={frame} locale={locale}>
      {map.competencies.length === 0 ? (
        <EmptyState title={t("heat.none")}>{t("first.noEvidence")}</EmptyState>
      ) : (
        <Card>
          <HeatGrid map={map} filter={frame.filter} top={frame.top} locale={locale} live={frame.day === null} />
          {tables[0] && <TableBehind table={tables[0]} />}
        </Card>
      )}
    </LeadFrame>
  );
}
