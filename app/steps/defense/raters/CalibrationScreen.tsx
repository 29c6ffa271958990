import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
import type { CalibrationPage } from "./calibration-page.view.server";
import { DriftOfAnchors } from "./DriftOfAnchors";
import { percent } from "./figures";
import { OwnSeverityCard } from "./OwnSeverityCard";
import type { OwnSeverity } from "./own-severity.view.server";
import { anchorPath } from "./paths";
import { useShift } from "./ShiftText";
import { StandingBadge } from "./StandingBadge";

export interface CalibrationScreenProps {
  page: CalibrationPage;
  own: OwnSeverity[];
  locale: Locale;
  timeZone: string;
  now: Date;
}

type Chapter = CalibrationPage["chapters"][number];

/** An examiner's calibration: where they stand, the anchors, their drift, and what past seasons say of them. */
export function CalibrationScreen({ page, own, locale, timeZone, now }: CalibrationScreenProps) {
  const { t } = useTranslation("raters");
  const mine = page.chapters.filter((chapter) => chapter.own);
  const others = page.chapters.filter((chapter) => !chapter.own);
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader title={t("calibration.title")} lead={t("calibration.lead")} crumbs={[{ to: "/defend", label: t("anchor.back") }]} />
      {page.chapters.length === 0 && <EmptyState title={t("calibration.none")}>{t("calibration.noneText")}</EmptyState>}
      {page.chapters.length > 0 && mine.length === 0 && <p className="text-ink-soft">{t("calibration.noneAsked")}</p>}
      {mine.map((chapter) => (
        <ChapterCard key={chapter.slug} chapter={chapter} locale={locale} timeZone={timeZone} now={now} />
      ))}
      {others.length > 0 && (
        <details className="group grid gap-6">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">{t("calibration.others", { count: others.length })}</summary>
          <div className="mt-4 grid gap-6">
            {others.map((chapter) => (
              <ChapterCard key={chapter.slug} chapter={chapter} locale={locale} timeZone={timeZone} now={now} />
            ))}
          </div>
        </details>
      )}
      <OwnSeverityCard own={own} locale={locale} timeZone={timeZone} />
    </div>
  );
}

function ChapterCard({ chapter, locale, timeZone, now }: { chapter: Chapter; locale: Locale; timeZone: string; now: Date }) {
  const { t } = useTranslation("raters");
  const shift = useShift();
  const { standing } = chapter;
  const day = (date: Date): string => formatDate(date, { locale, timeZone, style: "date" });
  return (
    <Card title={pick(chapter.title, locale)} aside={<StandingBadge state={standing.state} />}>
      {standing.state === "open" && <p>{t("calibration.standing.open", { count: standing.needed - standing.anchors, needed: standing.needed })}</p>}
      {standing.state === "calibrated" && <p>{t("calibration.standing.calibrated", { until: day(standing.until) })}</p>}
      {standing.state === "apart" && <p>{t("calibration.standing.apart")}</p>}
      {standing.state !== "open" && <p className="mt-1 tabular">{t("calibration.figures", { judgements: standing.judgements, exact: percent(standing.exact), within: percent(standing.within), shift: shift(standing.shift) })}</p>}
      <p className="mt-1 text-sm text-ink-soft">{t("calibration.rule")}</p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {chapter.anchors.map((anchor) => (
          <li key={anchor.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <AnchorText anchor={anchor} locale={locale} day={day} now={now} />
            <AnchorLinks anchor={anchor} locale={locale} now={now} />
          </li>
        ))}
      </ul>
      {chapter.drift.length > 1 && (
        <div className="mt-4">
          <h3 className="text-base">{t("calibration.drift")}</h3>
          <p className="text-sm text-ink-soft">{t("calibration.driftLead")}</p>
          <DriftOfAnchors drift={chapter.drift} caption={t("calibration.drift")} locale={locale} timeZone={timeZone} />
        </div>
      )}
    </Card>
  );
}

function AnchorText({ anchor, locale, day, now }: { anchor: Chapter["anchors"][number]; locale: Locale; day: (date: Date) => string; now: Date }) {
  const { t } = useTranslation("raters");
  const shift = useShift();
  const last = anchor.results.at(-1);
  return (
    <div className="min-w-0 flex-1 basis-60">
      <h3 className="text-base font-semibold">{pick(anchor.title, locale)}</h3>
      <p className="text-sm text-ink-soft">
        {pick(anchor.candidate, locale)}
        {last === undefined && ` · ${t("calibration.minutes")}`}
      </p>
      {last !== undefined && (
        <p className="text-sm tabular">
          {t("calibration.done", { date: day(last.ratedAt), exact: percent(last.exact), shift: shift(last.shift) })}
          {anchor.againFrom !== null && anchor.againFrom > now && <span className="block text-ink-soft">{t("calibration.againFrom", { date: day(anchor.againFrom) })}</span>}
        </p>
      )}
    </div>
  );
}

function AnchorLinks({ anchor, locale, now }: { anchor: Chapter["anchors"][number]; locale: Locale; now: Date }) {
  const { t } = useTranslation("raters");
  const name = pick(anchor.title, locale);
  if (anchor.results.length === 0) {
    return (
      <ButtonLink to={anchorPath(anchor.key)} variant="primary" aria-label={`${t("calibration.score")} · ${name}`}>
        {t("calibration.score")}
      </ButtonLink>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink to={anchorPath(anchor.key)} variant="secondary" aria-label={`${t("calibration.compare")} · ${name}`}>
        {t("calibration.compare")}
      </ButtonLink>
      {anchor.againFrom !== null && anchor.againFrom <= now && (
        <ButtonLink to={anchorPath(anchor.key, true)} variant="secondary" aria-label={`${t("calibration.again")} · ${name}`}>
          {t("calibration.again")}
        </ButtonLink>
      )}
    </div>
  );
}
