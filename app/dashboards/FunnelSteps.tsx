import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Step } from "~/pipeline";
import { Badge, Card } from "~/ui";
import type { CohortRoads as Cohort } from "./road.view.server";
import type { FunnelStep } from "./road-counts";

/** The eight steps in a row (below one another on a phone): who is through, how long it takes, who waits for whom. */
export function FunnelSteps({ steps, bottleneck }: { steps: readonly FunnelStep[]; bottleneck: Step | null }) {
  const { t } = useTranslation("dashboards");
  return (
    <ol className="mt-3 grid gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-4 xl:grid-cols-8">
      {steps.map(({ step, counts, conversion, days, waitingDays, waitingFor }) => (
        <li key={step} className={clsx("min-w-0 p-3 text-sm", step === bottleneck ? "bg-mist-soft" : "bg-surface")}>
          <p className="flex flex-wrap items-baseline justify-between gap-x-2 font-semibold">
            {t(`road:step.${step}`)}
            {step === bottleneck && <Badge tone="mist">{t("road.bottleneck")}</Badge>}
          </p>
          <p className="mt-1 tabular">{conversion === null ? t("road.notYet") : t("road.through", { percent: Math.round(conversion * 100), done: counts.done, reached: counts.reached })}</p>
          {days !== null && <p className="text-ink-soft tabular">{t("road.took", { days: inDays(days) })}</p>}
          {waitingDays !== null && waitingFor && (
            <p className="mt-1 tabular">
              {t("road.open", { count: counts.open, days: inDays(waitingDays) })} <span className="text-ink-soft">{t("road.mostly", { who: t(`waits.${waitingFor}`) })}</span>
            </p>
          )}
          {counts.failed > 0 && <p className="text-danger tabular">{t("road.failedCount", { count: counts.failed })}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Half days below ten, whole ones above. */
function inDays(days: number): string {
  return days < 10 ? (Math.round(days * 2) / 2).toString() : Math.round(days).toString();
}

const STATES = { draft: "neutral", open: "pine", closed: "neutral" } as const;

/** Every cohort with its own eight steps. */
export function CohortRoads({ cohorts, locale }: { cohorts: readonly Cohort[]; locale: Locale }) {
  const { t } = useTranslation("dashboards");
  return (
    <ul className="grid gap-4">
      {cohorts.map((cohort) => (
        <Card key={cohort.id} as="li" level={3} title={cohort.name} aside={<span className="flex items-center gap-3 text-sm text-ink-soft tabular"><span>{t("road.cohortFacts", { team: pick(cohort.team, locale), day: cohort.startsOn, count: cohort.roads })}</span><Badge tone={STATES[cohort.state]}>{t(`road.state.${cohort.state}`)}</Badge></span>}>
          <FunnelSteps steps={cohort.steps} bottleneck={cohort.bottleneck} />
        </Card>
      ))}
    </ul>
  );
}
