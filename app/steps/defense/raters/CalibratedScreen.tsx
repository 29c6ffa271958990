import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Card, EmptyState, PageHeader, Table } from "~/ui";
import type { CalibratedExaminers } from "./calibrated-examiners.view.server";
import { DriftOfAnchors } from "./DriftOfAnchors";
import { percent } from "./figures";
import { RatersTabs } from "./RatersTabs";
import { useShift } from "./ShiftText";
import { StandingBadge } from "./StandingBadge";

export interface CalibratedScreenProps {
  page: CalibratedExaminers;
  locale: Locale;
  timeZone: string;
}

type Chapter = CalibratedExaminers["chapters"][number];

/** Who is calibrated, for those who administer defenses. */
export function CalibratedScreen({ page, locale, timeZone }: CalibratedScreenProps) {
  const { t } = useTranslation("raters");
  return (
    <>
      <PageHeader title={t("title")} lead={t("calibrated.lead")} />
      <RatersTabs />
      {page.examiners === 0 ? (
        <EmptyState title={t("calibrated.nobody")}>{t("calibrated.nobodyText")}</EmptyState>
      ) : page.chapters.length === 0 ? (
        <EmptyState title={t("calibrated.none")}>{t("calibrated.noneText")}</EmptyState>
      ) : (
        <div className="grid gap-8">
          {page.chapters.map((chapter) => (
            <ChapterSection key={chapter.slug} chapter={chapter} locale={locale} timeZone={timeZone} />
          ))}
          <p className="text-sm text-ink-soft">{t("calibration.rule")}</p>
        </div>
      )}
    </>
  );
}

function ChapterSection({ chapter, locale, timeZone }: { chapter: Chapter; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("raters");
  const shift = useShift();
  const calibrated = chapter.examiners.filter(({ standing }) => standing.state === "calibrated").length;
  const drifting = chapter.examiners.filter(({ drift }) => drift.length > 0);
  return (
    <section aria-labelledby={`chapter-${chapter.slug}`} className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id={`chapter-${chapter.slug}`} className="text-lg">
          {pick(chapter.title, locale)}
        </h2>
        <p className="text-sm text-ink-soft tabular">
          {t("calibrated.count", { calibrated, all: chapter.examiners.length })} · {t("calibrated.anchors", { count: chapter.anchors })}
        </p>
      </div>
      <Card look="flush">
        <Table
          caption={pick(chapter.title, locale)}
          cards
          rows={chapter.examiners}
          rowKey={({ personId }) => personId}
          columns={[
            { key: "examiner", header: t("calibrated.examiner"), className: "whitespace-nowrap", cell: (row) => personName(row, locale) },
            { key: "standing", header: t("calibrated.standing"), cell: ({ standing }) => <StandingBadge state={standing.state} /> },
            { key: "exact", header: t("calibrated.exact"), align: "end", cell: ({ standing }) => (standing.state === "open" ? <Open {...standing} /> : percent(standing.exact)) },
            { key: "within", header: t("calibrated.within"), align: "end", cell: ({ standing }) => standing.state !== "open" && percent(standing.within) },
            { key: "shift", header: t("calibrated.shift"), align: "end", cell: ({ standing }) => standing.state !== "open" && shift(standing.shift) },
            { key: "until", header: t("calibrated.until"), align: "end", cell: ({ standing }) => standing.state === "calibrated" && formatDate(standing.until, { locale, timeZone, style: "date" }) },
          ]}
        />
      </Card>
      {drifting.length > 0 && (
        <Card title={t("calibrated.driftTitle")} level={3}>
          <p className="mb-3 text-sm text-ink-soft">{t("calibrated.driftLead")}</p>
          <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {drifting.map((examiner) => (
              <li key={examiner.personId} className="min-w-0">
                <h4 className="text-sm font-semibold">{personName(examiner, locale)}</h4>
                <DriftOfAnchors drift={examiner.drift} caption={t("calibrated.driftLabel", { name: personName(examiner, locale) })} locale={locale} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

function Open({ anchors, needed }: { anchors: number; needed: number }) {
  const { t } = useTranslation("raters");
  return <span className="text-ink-soft">{anchors === 0 ? t("calibrated.never") : t("calibrated.some", { anchors, needed })}</span>;
}
