import type { TFunction } from "i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { CompareView } from "./compare.view.server";
import { METRIC_KINDS } from "./effect";
import { type FigureTable, oneDecimal, percent } from "./figure-table";
import type { EffectLine, FirstScreen } from "./first-screen.view.server";
import type { HeatMap } from "./heat-map.view.server";
import type { Counts } from "./ready";
import { unknownOf } from "./ready";
import type { FunnelStep } from "./road-counts";
import type { RoadsView } from "./road.view.server";

/** Texts of the namespaces `dashboards` and `road`. */
export interface TableTexts {
  t: TFunction;
  road: TFunction;
  locale: Locale;
}

const countsRow = (counts: Counts) => [counts.people, counts.ready, unknownOf(counts), counts.notReady, percent(counts.ready, counts.people), percent(counts.notReady, counts.people)];
const countsHead = (t: TFunction) => [t("persons"), t("standing.ready"), t("standing.unknown"), t("standing.not-ready"), t("readyPercent"), t("notReadyPercent")];

export function firstTables(view: FirstScreen, texts: TableTexts): FigureTable[] {
  const { t } = texts;
  return [
    { key: "readiness", title: t("first.readiness"), columns: [t("competency"), ...countsHead(t)], rows: view.lines.map(({ competency, counts }) => [t(`competencies.${competency}`), ...countsRow(counts)]) },
    {
      key: "gaps",
      title: t("first.gaps"),
      columns: [t("competency"), t("gap.least"), t("gap.most"), t("persons"), t("gap.sureness"), t("gap.owner"), t("gap.nextAction"), t("gap.dueOn")],
      rows: view.cards.map((card) => [t(`competencies.${card.competency}`), card.least, card.most, card.counts.people, t(`gap.sure.${card.sureness}`), card.decision?.owner?.name ?? null, card.decision?.nextAction ?? null, card.decision?.dueOn ?? null]),
    },
    {
      key: "field",
      title: t("first.field"),
      columns: [t("figure"), t("count"), t("of"), t("percent")],
      rows: [
        [t("first.coaching"), view.coaching.coached, view.coaching.people, percent(view.coaching.coached, view.coaching.people)],
        [t("first.sheets"), view.sheets.withSheet, view.sheets.certified, percent(view.sheets.withSheet, view.sheets.certified)],
      ],
    },
    ...(view.effect ? [effectSummary(view.effect.lines, texts)] : []),
  ];
}

export function heatTables(view: HeatMap, { t, locale }: TableTexts): FigureTable[] {
  const rows = [...view.rows.map((row) => ({ name: pick(row.team.name, locale), cells: row.cells })), { name: t("heat.whole"), cells: view.whole.cells }];
  return [{ key: "heat", title: t("heat.title"), columns: [t("team"), t("competency"), ...countsHead(t)], rows: rows.flatMap(({ name, cells }) => cells.map(({ competency, counts }) => [name, t(`competencies.${competency}`), ...countsRow(counts)])) }];
}

export function roadTables(view: RoadsView, { t, road, locale }: TableTexts): FigureTable[] {
  const head = [t("step"), t("road.roads"), t("road.reached"), t("road.done"), t("road.conversion"), t("road.days"), t("road.here"), t("road.waitingDays"), t("road.lostDays"), t("road.waitsFor"), t("road.failed")];
  const rowOf = ({ step, counts, conversion, days, waitingDays, lostDays, waitingFor }: FunnelStep) => [road(`step.${step}`), counts.roads, counts.reached, counts.done, conversion === null ? null : percent(counts.done, counts.reached), oneDecimal(days), counts.open, oneDecimal(waitingDays), oneDecimal(lostDays), waitingFor && t(`waits.${waitingFor}`), counts.failed];
  return [
    { key: "road", title: t("road.whole"), columns: head, rows: view.whole.steps.map(rowOf) },
    { key: "cohorts", title: t("road.cohorts"), columns: [t("cohort"), t("team"), t("road.starts"), ...head], rows: view.cohorts.flatMap((cohort) => cohort.steps.map((step) => [cohort.name, pick(cohort.team, locale), cohort.startsOn, ...rowOf(step)])) },
  ];
}

/** What a row of a comparison is called: a team, a cohort, or a day as it is. */
export function comparedName(row: CompareView["rows"][number], locale: Locale): string {
  return row.name ? pick(row.name, locale) : row.key;
}

export function compareTables(view: CompareView, { t, road, locale }: TableTexts): FigureTable[] {
  const measure = view.measure === null ? "" : view.measure.kind === "ready" ? t("compare.ready", { competency: t(`competencies.${view.measure.competency}`) }) : t("compare.through", { step: road(`step.${view.measure.step}`) });
  const points = (share: number) => Math.round(share * 1000) / 10;
  return [
    {
      key: "compare",
      title: measure,
      columns: [t(`compare.by.${view.by}`), t("count"), t("of"), t("percent"), t("compare.low90"), t("compare.high90"), t("compare.difference"), t("compare.low95"), t("compare.high95"), t("compare.told")],
      rows: view.rows.map((row) => [
        comparedName(row, locale), row.k, row.n, percent(row.k, row.n), points(row.low), points(row.high),
        ...(row.difference ? [points(row.difference.difference), points(row.difference.low), points(row.difference.high), t(row.difference.told ? "yes" : "no")] : [null, null, null, null]),
      ]),
    },
  ];
}

/** A number of a metric: per cent for shares, days otherwise; one decimal. */
export function metricNumber(value: number | null, unit: "share" | "days"): number | null {
  return value === null ? null : Math.round(value * (unit === "share" ? 1000 : 10)) / 10;
}

function effectSummary(lines: readonly EffectLine[], { t }: TableTexts): FigureTable {
  return {
    key: "effect",
    title: t("effect.title"),
    columns: [t("effect.metric"), t("effect.unit"), t("effect.answer"), t("effect.effect"), t("compare.low90"), t("compare.high90"), t("effect.before"), t("effect.df"), t("effect.placebo"), t("effect.begun"), t("effect.controls"), t("effect.casesBefore"), t("effect.casesAfter")],
    rows: lines.map(({ metric, answer }) => {
      const { unit } = METRIC_KINDS[metric];
      const told = answer.kind === "estimate" ? answer : null;
      const number = (value: number | undefined) => metricNumber(value ?? null, unit);
      return [t(`metrics.${metric}`), t(`effect.units.${unit}`), t(told ? `effect.verdict.${told.verdict}` : "effect.cannotTell"), number(told?.effect), number(told?.low), number(told?.high), number(told?.before), oneDecimal(told?.df ?? null), number(told?.placebo?.effect), answer.begun, answer.controls, answer.casesBefore, answer.casesAfter];
    }),
  };
}

export function effectTables(lines: readonly EffectLine[], texts: TableTexts): FigureTable[] {
  const { t } = texts;
  return [
    effectSummary(lines, texts),
    ...lines.map(
      ({ metric, answer }): FigureTable => ({
        key: `months-${metric}`,
        title: t("effect.monthsOf", { metric: t(`metrics.${metric}`) }),
        columns: [t("effect.month"), t("effect.begunTeams"), t("effect.notYetTeams")],
        rows: answer.months.map(({ month, begun, notYet }) => [month, metricNumber(begun, METRIC_KINDS[metric].unit), metricNumber(notYet, METRIC_KINDS[metric].unit)]),
      }),
    ),
  ];
}
