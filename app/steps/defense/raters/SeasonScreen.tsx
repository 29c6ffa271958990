import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Button, Card, DataList, EmptyState, ExportLinks, FilterFields, PageHeader, Select, TextField } from "~/ui";
import { AgreementSection } from "./AgreementSection";
import { CandidatesSection } from "./CandidatesSection";
import { CriteriaSection } from "./CriteriaSection";
import { DriftSection } from "./DriftSection";
import { RatersTabs } from "./RatersTabs";
import { seasonExportPath } from "./paths";
import { type SeasonFilter, seasonSearch } from "./season-filter";
import type { SeasonPage } from "./season-page.view.server";
import { SeveritySection } from "./SeveritySection";

export interface SeasonScreenProps {
  page: SeasonPage;
  filter: SeasonFilter;
  pageSize: number;
  locale: Locale;
  timeZone: string;
}

/** A season of defenses: agreement, criteria, severity, drift, and raw beside fair scores. */
export function SeasonScreen({ page, filter, pageSize, locale, timeZone }: SeasonScreenProps) {
  const { t } = useTranslation("raters");
  const { counts } = page;
  return (
    <>
      <PageHeader title={t("title")} lead={t("season.lead")} />
      <RatersTabs />
      <Filter page={page} filter={filter} locale={locale} />
      {counts.defenses === 0 ? (
        <EmptyState title={t("season.none")}>{t("season.noneText")}</EmptyState>
      ) : (
        <div className="grid gap-6">
          <ExportLinks to={(format) => seasonExportPath(format, seasonSearch(filter, { page: 1 }))} className="-my-4" />
          <Card>
            <DataList
              columns
              items={(["defenses", ...(counts.shared < counts.defenses ? (["shared"] as const) : []), "examiners", "scores"] as const).map((key) => ({ key, term: t(`season.counts.${key}`), value: <span className="text-2xl">{counts[key]}</span> }))}
            />
          </Card>
          <AgreementSection figures={page.agreement} panel={page.panel} />
          <CriteriaSection criteria={page.criteria} locale={locale} />
          <SeveritySection severity={page.severity} apart={page.apart} locale={locale} />
          <DriftSection drift={page.drift} months={page.months} locale={locale} />
          {page.candidates !== null && <CandidatesSection candidates={page.candidates} most={page.most} filter={filter} pageSize={pageSize} locale={locale} timeZone={timeZone} />}
        </div>
      )}
    </>
  );
}

function Filter({ page, filter, locale }: Pick<SeasonScreenProps, "page" | "filter" | "locale">) {
  const { t } = useTranslation("raters");
  return (
    <Form role="search" aria-label={t("season.filter.label")} key={JSON.stringify(filter)} data-print="no">
      <FilterFields>
        <TextField type="date" label={t("season.filter.from")} name="from" defaultValue={filter.from} />
        <TextField type="date" label={t("season.filter.to")} name="to" defaultValue={filter.to} />
        <Select label={t("season.filter.cohort")} name="cohort" placeholder={t("season.filter.anyCohort")} defaultValue={filter.cohortId ?? ""} options={page.cohorts.map(({ id, name }) => ({ value: id, label: name }))} className="max-sm:w-full" />
        <Select label={t("season.filter.chapter")} name="chapter" placeholder={t("season.filter.anyChapter")} defaultValue={filter.chapterSlug ?? ""} options={page.chapters.map(({ slug, title }) => ({ value: slug, label: pick(title, locale) }))} className="max-sm:w-full" />
        <Button type="submit" variant="secondary">
          {t("season.filter.apply")}
        </Button>
      </FilterFields>
    </Form>
  );
}
