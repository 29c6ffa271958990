import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { FigureRows, LeadFrame, PictureBox } from "~/dashboards";
import { COMPARE_BY, COMPANY_TIME_ZONE, comparedName, compareTables, compareView, differencePicture, parseMeasure } from "~/dashboards/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { STEPS } from "~/pipeline";
import { Card, EmptyState, Select } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards", "road"], title: (t) => t("dashboards:compare.title") };

/** Teams, cohorts or days side by side; a difference is called one only where its interval leaves zero out. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame, texts } = await dashboardOf(args);
  const by = COMPARE_BY.find((one) => one === frame.filter.by) ?? "team";
  const view = await args.context.timing.measure("compare", () => compareView(args.db, scope, { measure: parseMeasure(frame.filter.measure ?? null), by, today: isoDay(args.now, COMPANY_TIME_ZONE) }));
  const rows = view.rows.flatMap((row) => (row.difference ? [{ label: comparedName(row, texts.locale), ...row.difference }] : []));
  const [picture, narrow] = [{ width: 900, labels: 180 }, { width: 340, labels: 96 }].map((size) => differencePicture(rows, size).svg);
  return { frame, view, differences: rows.length, picture: picture ?? "", narrow, table: compareTables(view, texts)[0]!, locale: args.context.locale };
});

export default function Compare() {
  const { frame, view, differences, picture, narrow, table, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  const measure = view.measure === null ? "" : view.measure.kind === "ready" ? `ready:${view.measure.competency}` : `step:${view.measure.step}`;
  const told = view.rows.filter((row) => row.difference?.told).length;
  return (
    <LeadFrame
      page="compare"
      title={t("compare.title")}
      lead={t("compare.lead")}
      frame={frame}
      locale={locale}
      own={["by", "measure"]}
      open
      fields={
        <>
          <Select key={view.by} label={t("compare.what")} name="by" defaultValue={view.by} options={["team", "cohort", "day"].map((value) => ({ value, label: t(`compare.by.${value}`) }))} className="w-36 max-sm:min-w-0 max-sm:flex-1" />
          <Select key={measure} label={t("compare.measure")} name="measure" defaultValue={measure} className="w-64 max-sm:w-full">
            <optgroup label={t("compare.readyGroup")}>
              {view.competencies.map((competency) => (
                <option key={competency} value={`ready:${competency}`}>
                  {t(`competencies.${competency}`)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t("compare.stepGroup")}>
              {STEPS.map((step) => (
                <option key={step} value={`step:${step}`}>
                  {t(`road:step.${step}`)}
                </option>
              ))}
            </optgroup>
          </Select>
        </>
      }
    >
      {view.rows.length === 0 ? (
        <EmptyState title={t("compare.none")}>{t(view.by === "day" ? "compare.noneDays" : "first.noEvidence")}</EmptyState>
      ) : (
        <Card title={table.title}>
          <p className="mb-3">{differences === 0 ? t("compare.single") : told === 0 ? t("compare.noneTold") : t("compare.someTold", { count: told, of: differences })}</p>
          {differences > 0 && <PictureBox svg={picture} narrow={narrow} label={t("compare.picture", { measure: table.title })} />}
          <p className="mt-2 mb-3 text-sm text-ink-soft">{t(view.by === "day" ? "compare.howDays" : "compare.howOthers")}</p>
          <FigureRows table={table} />
        </Card>
      )}
    </LeadFrame>
  );
}
