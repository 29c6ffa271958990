import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { columnAddress } from "../content";
import { shortPercent } from "./format";
import { PictureFrame } from "./PictureFrame";
import { computedNumber, numberOf, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LINE = 50;
const TOP = 44;
const BAR = { left: 4, width: 300 } as const;

/** The criteria by weight, which of them can be measured and proved, and whether the weights make a whole. */
export function CriteriaWeights({ content, evaluation, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const soft = new Set(evaluation.findings.filter((finding) => finding.checkId === "soft-not-broken-down").map((finding) => finding.at));
  const criteria = rowsOf(content, "criteria")
    .filter((row) => textOf(row.cells.criterion) !== "")
    .map((row) => {
      const weight = numberOf(row.cells.weight);
      return { row, name: textOf(row.cells.criterion), weight, owner: textOf(row.cells.owner), proved: textOf(row.cells.proof) !== "", measured: textOf(row.cells.measure) !== "" && !soft.has(columnAddress("criteria", row.id, "measure")) };
    })
    .sort((a, b) => (b.weight ?? -1) - (a.weight ?? -1));
  const total = computedNumber(evaluation, "total_weight") ?? 0;
  const widest = Math.max(20, ...criteria.map((one) => one.weight ?? 0));
  const percent = (weight: number | null): string => (weight === null ? "?" : shortPercent(weight / 100, locale, 0));
  const marks = (one: (typeof criteria)[number]): string[] => [t(one.measured ? "criteriaWeights.measured" : "criteriaWeights.soft"), t(one.proved ? "criteriaWeights.proved" : "criteriaWeights.unproved")];
  const whole = Math.abs(total - 1) < 0.00005;

  return (
    <PictureFrame
      title={t("criteriaWeights.title")}
      height={TOP + Math.max(1, criteria.length) * LINE}
      notes={criteria.length === 0 ? [t("criteriaWeights.none")] : whole ? [] : [t(total < 1 ? "criteriaWeights.under" : "criteriaWeights.over", { share: shortPercent(Math.abs(1 - total), locale, 0) })]}
      table={{
        head: [t("criteriaWeights.criterion"), t("criteriaWeights.weight"), t("criteriaWeights.measure"), t("criteriaWeights.proof"), t("criteriaWeights.owner")],
        rows: criteria.map((one) => [one.name, one.weight === null ? "" : percent(one.weight), textOf(one.row.cells.measure), textOf(one.row.cells.proof), one.owner]),
        numbers: [1],
      }}
    >
      <text x={BAR.left} y="14" fontSize="12.5" fontWeight="600" className={whole || criteria.length === 0 ? "fill-ink" : "fill-signal"}>
        {t("criteriaWeights.sum", { share: shortPercent(total, locale, 0) })}
      </text>
      <rect x={BAR.left} y="21" width="352" height="8" className="fill-paper-deep" />
      <rect x={BAR.left} y="21" width={352 * Math.min(1, total)} height="8" className={whole ? "fill-pine" : "fill-signal"} />
      {criteria.map((one, at) => {
        const y = TOP + at * LINE;
        const width = ((one.weight ?? 0) / widest) * BAR.width;
        return (
          <g key={one.row.id}>
            <SvgLines x={BAR.left} y={y + 12} text={one.name} width={210} size={12.5} weight={600} />
            <SvgLines x={356} y={y + 12} text={one.owner} width={130} size={12} anchor="end" className="fill-ink-soft" />
            <rect x={BAR.left} y={y + 18} width={Math.max(2, width)} height="12" className={one.measured ? "fill-pine stroke-pine" : "fill-surface stroke-signal"} strokeWidth="1.2" strokeDasharray={one.measured ? undefined : "4 3"} />
            <text x={BAR.left + Math.max(2, width) + 7} y={y + 28.5} fontSize="12.5" fontWeight="600" className="fill-ink">
              {percent(one.weight)}
            </text>
            <SvgLines x={BAR.left} y={y + 43} text={marks(one).join(" · ")} width={350} size={11.5} className={one.measured ? "fill-ink-soft" : "fill-signal"} />
          </g>
        );
      })}
    </PictureFrame>
  );
}
