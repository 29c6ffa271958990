import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/ui";
import { EffectWords } from "./EffectWords";
import { percent } from "./figure-table";
import type { FirstScreen } from "./first-screen.view.server";
import { dashboardPath, type Filter } from "./paths";

/** What happens in the field: coaching, tools on open deals, and what it comes to in the funnel. */
export function FieldTiles({ screen, filter }: { screen: Pick<FirstScreen, "coaching" | "sheets" | "effect">; filter: Filter }) {
  const { t } = useTranslation("dashboards");
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Card level={3} title={t("first.coaching")}>
        <Figure count={screen.coaching.coached} of={screen.coaching.people} />
        <p className="mt-1 text-sm text-ink-soft">{t("first.coachingText")}</p>
      </Card>
      <Card level={3} title={t("first.sheets")}>
        <Figure count={screen.sheets.withSheet} of={screen.sheets.certified} />
        <p className="mt-1 text-sm text-ink-soft">{screen.sheets.certified === 0 ? t("first.nobodyCertified") : t("first.sheetsText")}</p>
      </Card>
      <Card level={3} title={t("first.effect")}>
        {screen.effect ? (
          <ul className="grid gap-1.5">
            {screen.effect.lines.map(({ metric, answer }) => (
              <li key={metric} className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span>{t(`metrics.${metric}`)}</span>
                <EffectWords metric={metric} answer={answer} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-soft">{t("effect.none")}</p>
        )}
        <p className="mt-2">
          <Link to={dashboardPath("effect", filter)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
            {t("first.effectMore")}
          </Link>
        </p>
      </Card>
    </div>
  );
}

function Figure({ count, of }: { count: number; of: number }) {
  const share = percent(count, of);
  return (
    <p className="tabular">
      <span className="text-3xl font-semibold 2xl:text-5xl">{count}</span>
      <span className="text-lg text-ink-soft"> / {of}</span>
      {share !== null && <span className="ms-3 text-lg">{Math.round(share)}%</span>}
    </p>
  );
}
