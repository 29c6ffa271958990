/** A season of defenses as plain tables, for files. Pure. */
import type { TFunction } from "i18next";
import { personName } from "~/cohorts";
import type { FigureTable } from "~/dashboards";
import { isoDay } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { AGREEMENT_FIGURES, type Figure } from "./figure";
import type { SeasonPage } from "./season-page.view.server";
import type { SeverityFigure } from "./season-severity";

/** Texts of the namespace `raters`. */
export interface SeasonTexts {
  t: TFunction;
  locale: Locale;
  timeZone: string;
}

type Cells = FigureTable["rows"][number];
/** Four decimals: more than pages show, less than chance. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Everything that the season's page shows, section by section: numbers as numbers, and where there is none, why. Shares are 0…1. */
export function seasonTables(page: SeasonPage, { t, locale, timeZone }: SeasonTexts): FigureTable[] {
  const range = [t("export.value"), t("export.low"), t("export.high"), t("season.severity.n"), t("export.remark")];
  return [
    { key: "counts", title: t("title"), columns: [t("season.agreement.figure"), t("season.agreement.value")], rows: (["defenses", "shared", "examiners", "scores"] as const).map((key) => [t(`season.counts.${key}`), page.counts[key]]) },
    { key: "agreement", title: t("season.agreement.title"), columns: [t("season.agreement.figure"), ...range], rows: AGREEMENT_FIGURES.map((key) => [t(`season.figure.${key}`), ...figureCells(page.agreement[key], t)]) },
    {
      key: "criteria",
      title: t("season.criteria.title"),
      columns: [t("season.criteria.chapter"), t("season.criteria.criterion"), t("season.agreement.figure"), ...range],
      rows: page.criteria.flatMap((one) => (["exact", "within", "ordinal"] as const).map((key): Cells => [pick(one.chapter, locale), pick(one.title, locale), t(`season.criteria.${key}`), ...figureCells(one[key], t)])),
    },
    { key: "severity", title: t("season.severity.title"), columns: [t("season.severity.examiner"), ...range], rows: page.severity.map((row) => [personName(row, locale), ...severityCells(row.severity, t)]) },
    { key: "drift", title: t("season.drift.title"), columns: [t("season.severity.examiner"), t("season.drift.month"), ...range], rows: page.drift.flatMap((person) => person.months.map(({ month, severity }): Cells => [personName(person, locale), month, ...severityCells(severity, t)])) },
    ...(page.candidates === null
      ? []
      : [
          {
            key: "candidates",
            title: t("season.candidates.title"),
            columns: [t("season.candidates.candidate"), t("season.filter.cohort"), t("season.candidates.chapter"), t("season.candidates.on"), t("season.candidates.examiners"), t("season.candidates.raw", { most: page.most }), t("season.candidates.fair"), t("export.low"), t("export.high"), t("export.remark")],
            rows: page.candidates.rows.map((row): Cells => [
              personName(row, locale), row.cohortName, pick(row.chapter, locale), isoDay(row.at, timeZone), row.examiners, rounded(row.raw),
              ...(row.fair === null ? [null, null, null, t("season.candidates.noFair")] : [rounded(row.fair.mean), rounded(row.fair.low), rounded(row.fair.high), null]),
            ]),
          },
        ]),
  ];
}

/** Value, interval, number of defenses, and why there is none. */
function figureCells(figure: Figure, t: TFunction): Cells {
  if (figure.kind === "insufficient") return [null, null, null, figure.n, t("insufficientOf", { n: figure.n, needed: figure.needed })];
  if (figure.kind === "undefined") return [null, null, null, figure.n, t("undefined")];
  const { value, interval, n } = figure;
  return [rounded(value), interval && rounded(interval.low), interval && rounded(interval.high), n, interval === null ? t("noInterval") : null];
}

function severityCells(figure: SeverityFigure, t: TFunction): Cells {
  if (figure.kind === "insufficient") return [null, null, null, figure.n, t("insufficientOf", { n: figure.n, needed: figure.needed })];
  if (figure.kind === "undefined") return [null, null, null, figure.n, t("undefinedSeverity")];
  return [rounded(figure.mean), rounded(figure.low), rounded(figure.high), figure.n, null];
}
