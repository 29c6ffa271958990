import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { FieldTiles, GapCards, LeadFrame, ReadinessList, TableBehind } from "~/dashboards";
import { firstScreen, firstTables, readinessPicture } from "~/dashboards/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { Card, EmptyState } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards"], title: (t) => t("dashboards:first.title") };

/** The executives' first screen: who is ready for what, the largest gaps, what happens in the field. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame, texts } = await dashboardOf(args);
  const screen = await args.context.timing.measure("first", () => firstScreen(args.db, scope, args.now));
  return { frame, screen, picture: readinessPicture(screen.lines.map(({ counts }) => counts)).svg, tables: firstTables(screen, texts), locale: args.context.locale };
});

export default function First() {
  const { frame, screen, picture, tables, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  const live = frame.day === null;
  const [readiness] = tables;
  return (
    <LeadFrame page="first" title={t("first.title")} lead={t("first.lead")} frame={frame} locale={locale}>
      {screen.people === 0 ? (
        <EmptyState title={t("first.nobody")}>{t("first.nobodyText")}</EmptyState>
      ) : (
        <>
          <Card title={t("first.readiness")} aside={<span className="text-sm text-ink-soft tabular">{t("first.of", { count: screen.people })}</span>}>
            {screen.lines.length > 0 ? <ReadinessList lines={screen.lines} picture={picture} team={frame.top?.id ?? null} since={screen.since} live={live} /> : <p>{t("first.noEvidence")}</p>}
            {screen.silent.length > 0 && screen.lines.length > 0 && <p className="mt-3 text-sm text-ink-soft">{t("first.silent", { list: screen.silent.map((competency) => t(`competencies.${competency}`)).join(t("comma")) })}</p>}
            {readiness && screen.lines.length > 0 && <TableBehind table={readiness} />}
          </Card>
          {screen.cards.length > 0 && (
            <section aria-labelledby="gaps">
              <h2 id="gaps" className="mb-3 text-lg">
                {t("first.gaps")}
              </h2>
              <GapCards cards={screen.cards} teamId={frame.top?.id ?? null} locale={locale} live={live} />
            </section>
          )}
          <section aria-labelledby="field">
            <h2 id="field" className="mb-3 text-lg">
              {t("first.field")}
            </h2>
            <FieldTiles screen={screen} filter={frame.filter} />
          </section>
        </>
      )}
    </LeadFrame>
  );
}
