import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Card, Pagination, Table } from "~/ui";
import { Range } from "./FigureCells";
import { decimal } from "./figures";
import { type SeasonFilter, seasonSearch } from "./season-filter";
import type { SeasonPage } from "./season-page.view.server";

export interface CandidatesSectionProps {
  candidates: NonNullable<SeasonPage["candidates"]>;
  most: number;
  filter: SeasonFilter;
  pageSize: number;
  locale: Locale;
  timeZone: string;
}

/** Raw and fair scores side by side, for those who administer the defenses. */
export function CandidatesSection({ candidates: { rows, total }, most, filter, pageSize, locale, timeZone }: CandidatesSectionProps) {
  const { t } = useTranslation("raters");
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates" className="text-lg">
        {t("season.candidates.title")}
      </h2>
      <p className="measure mb-2 text-sm text-ink-soft">{t("season.candidates.lead")}</p>
      <Card look="flush">
        <Table
          caption={t("season.candidates.title")}
          cards
          rows={rows}
          rowKey={({ slotId, chapter }) => `${slotId} ${chapter.zh}`}
          columns={[
            { key: "candidate", header: t("season.candidates.candidate"), className: "whitespace-nowrap", cell: (row) => personName(row, locale) },
            { key: "chapter", header: t("season.candidates.chapter"), wideOnly: true, cell: (row) => <span className="text-ink-soft">{pick(row.chapter, locale)}</span> },
            { key: "on", header: t("season.candidates.on"), wideOnly: true, className: "whitespace-nowrap", cell: (row) => formatDate(row.at, { locale, timeZone, style: "date" }) },
            { key: "examiners", header: t("season.candidates.examiners"), align: "end", wideOnly: true, cell: (row) => row.examiners },
            { key: "raw", header: t("season.candidates.raw", { most }), align: "end", cell: (row) => <strong>{decimal(row.raw)}</strong> },
            { key: "fair", header: t("season.candidates.fair"), align: "end", cell: (row) => (row.fair === null ? <span className="text-ink-soft">{t("season.candidates.noFair")}</span> : decimal(row.fair.mean)) },
            { key: "range", header: t("season.candidates.range"), align: "end", cell: (row) => row.fair !== null && <Range low={row.fair.low} high={row.fair.high} /> },
          ]}
        />
      </Card>
      <Pagination page={filter.page} pageSize={pageSize} total={total} to={(page) => seasonSearch(filter, { page })} />
    </section>
  );
}
