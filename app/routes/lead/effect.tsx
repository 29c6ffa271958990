import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { EffectCard, LeadFrame, METRIC_KINDS } from "~/dashboards";
import { COMPANY_TIME_ZONE, effectPicture, effectTables, keptEffect } from "~/dashboards/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { Card, Disclosure, EmptyState } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards"], title: (t) => t("dashboards:effect.title") };

/** What the training did to stages, cycle time, win rate and days of receivables, or that it cannot be told yet. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame, texts } = await dashboardOf(args);
  const kept = await args.context.timing.measure("effect", () => keptEffect(args.db, scope, scope.day ?? isoDay(args.now, COMPANY_TIME_ZONE)));
  const words = { begun: texts.t("effect.begunTeams"), notYet: texts.t("effect.notYetTeams"), start: texts.t("effect.start") };
  const lines = (kept?.lines ?? []).map((line) => ({ ...line, pictures: [720, 340].map((width) => effectPicture(line.answer.months, { unit: METRIC_KINDS[line.metric].unit, width, texts: words }).svg) }));
  return { frame, day: kept?.day ?? null, lines, tables: kept ? effectTables(kept.lines, texts) : [], locale: args.context.locale };
});

export default function Effect() {
  const { frame, day, lines, tables, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  return (
    <LeadFrame page="effect" title={t("effect.title")} lead={t("effect.lead")} frame={frame} locale={locale}>
      {day === null ? (
        <EmptyState title={t("effect.none")}>{t("effect.noneText")}</EmptyState>
      ) : (
        <>
          <p className="text-sm text-ink-soft">{t("effect.asOf", { day })}</p>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2">
            {lines.map((line) => (
              <EffectCard key={line.metric} metric={line.metric} answer={line.answer} pictures={line.pictures} table={tables.find(({ key }) => key === `months-${line.metric}`) ?? null} />
            ))}
          </div>
          <Card title={t("effect.how")}>
            <Disclosure summary={t("effect.howSummary")} className="measure">
              <p>{t("effect.howCompared")}</p>
              <p className="mt-2">{t("effect.howInterval")}</p>
              <p className="mt-2">{t("effect.howPlacebo")}</p>
              <p className="mt-2">{t("effect.howLimits")}</p>
            </Disclosure>
          </Card>
        </>
      )}
    </LeadFrame>
  );
}
