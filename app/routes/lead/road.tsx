import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { CohortRoads, FunnelSteps, LeadFrame, PictureBox, TableBehind } from "~/dashboards";
import { funnelPicture, roadsView, roadTables } from "~/dashboards/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { Card, EmptyState, Select } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards", "road"], title: (t) => t("dashboards:road.title") };

/** The eight steps of all cohorts. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame, texts } = await dashboardOf(args);
  const view = await args.context.timing.measure("road", () => roadsView(args.db, scope, { chapter: frame.filter.chapter ?? null, now: args.now }));
  const bars = view.whole.steps.map(({ step, counts }) => ({ label: texts.road(`step.${step}`), done: counts.done, here: counts.reached - counts.done, ahead: counts.roads - counts.reached }));
  return { frame, view, tables: roadTables(view, texts), picture: funnelPicture(bars, { width: 960 }).svg, locale: args.context.locale };
});

export default function Road() {
  const { frame, view, tables, picture, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  const [whole, cohorts] = tables;
  return (
    <LeadFrame
      page="road"
      title={t("road.title")}
      lead={t("road.lead")}
      frame={frame}
      locale={locale}
      own={["chapter"]}
      fields={view.chapters.length > 0 && <Select key={frame.filter.chapter} label={t("road.chapter")} name="chapter" defaultValue={frame.filter.chapter ?? ""} placeholder={t("road.allChapters")} options={view.chapters.map(({ slug, title }) => ({ value: slug, label: pick(title, locale) }))} className="w-52 max-sm:w-full" />}
    >
      {view.cohorts.length === 0 ? (
        <EmptyState title={t("road.none")}>{t("road.noneText")}</EmptyState>
      ) : (
        <>
          <Card title={t("road.whole")} aside={view.whole.bottleneck && <span className="text-sm text-ink-soft">{t("road.bottleneckAt", { step: t(`road:step.${view.whole.bottleneck}`) })}</span>}>
            <div className="max-sm:hidden print:block">
              <PictureBox svg={picture} label={t("road.picture")} />
            </div>
            <FunnelSteps steps={view.whole.steps} bottleneck={view.whole.bottleneck} />
            {whole && <TableBehind table={whole} />}
          </Card>
          <section aria-labelledby="cohorts">
            <h2 id="cohorts" className="mb-3 text-lg">
              {t("road.cohorts")}
            </h2>
            <CohortRoads cohorts={view.cohorts} locale={locale} />
            {cohorts && <TableBehind table={cohorts} />}
          </section>
        </>
      )}
    </LeadFrame>
  );
}
