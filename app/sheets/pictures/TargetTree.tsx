import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { SheetRow } from "../content";
import type { Evaluation } from "../evaluation";
import { fullMoney, shortMoney } from "./format";
import { PictureFrame } from "./PictureFrame";
import { computedColumn, numberOf, rowsOf, textOf } from "./reading";
import { treeLines } from "./row-tree";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LINE = 42;
const INDENT = 16;
const TOP = 26;
const QUARTERS = ["q1", "q2", "q3", "q4"] as const;

/** By how much a line does not add up; null while nothing has been passed down from it yet. */
function offOf(evaluation: Evaluation, row: SheetRow): number | null {
  const below = computedColumn(evaluation, "nodes", row, "below");
  return below === 0 ? null : computedColumn(evaluation, "nodes", row, "off");
}

/** The target from the whole down to people and quarters, with a mark wherever a level does not add up. */
export function TargetTree({ content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const money = (amount: number): string => shortMoney(amount, locale, currency);
  const lines = treeLines(rowsOf(content, "nodes"))
    .filter((line) => textOf(line.row.cells.name) !== "")
    .map((line) => ({ ...line, target: numberOf(line.row.cells.target), off: offOf(evaluation, line.row), quarters: QUARTERS.map((quarter) => numberOf(line.row.cells[quarter])) }));
  const total = numberOf(content.fields.total);
  const tops = lines.filter((line) => line.depth === 0).reduce((sum, line) => sum + (line.target ?? 0), 0);
  const largest = Math.max(1, total ?? 0, ...lines.map((line) => line.target ?? 0));
  const wrong = lines.filter((line) => line.off !== null && line.off !== 0).length;
  const notes = lines.length === 0 ? [t("targetTree.none")] : [...(total !== null && tops !== total ? [t("targetTree.topOff", { amount: fullMoney(Math.abs(total - tops), locale, currency) })] : []), ...(wrong > 0 ? [t("targetTree.wrong", { number: wrong })] : [t("targetTree.fits")])];

  return (
    <PictureFrame
      title={t("targetTree.title")}
      height={TOP + Math.max(1, lines.length) * LINE}
      notes={notes}
      table={{
        head: [t("targetTree.name"), t("targetTree.target"), t("targetTree.q1"), t("targetTree.q2"), t("targetTree.q3"), t("targetTree.q4"), t("targetTree.off")],
        rows: lines.map((line) => [textOf(line.row.cells.name), line.target === null ? "" : fullMoney(line.target, locale, currency), ...line.quarters.map((amount) => (amount === null ? "" : fullMoney(amount, locale, currency))), line.off === null ? "" : fullMoney(line.off, locale, currency)]),
        numbers: [1, 2, 3, 4, 5, 6],
      }}
    >
      <text x="4" y="15" fontSize="12.5" fontWeight="600" className="fill-ink">
        {total === null ? t("targetTree.noTotal") : t("targetTree.total", { amount: money(total) })}
      </text>
      {lines.map((line, at) => {
        const y = TOP + at * LINE;
        const x = 6 + Math.min(line.depth, 5) * INDENT;
        const width = ((line.target ?? 0) / largest) * (352 - x);
        const mismatch = line.off !== null && line.off !== 0;
        const sum = line.quarters.reduce<number>((all, amount) => all + (amount ?? 0), 0);
        return (
          <g key={line.row.id}>
            {line.parent !== null && <path d={`M${x - INDENT + 4} ${TOP + line.parent * LINE + 34} V${y + 12} H${x - 2}`} fill="none" className="stroke-line-strong" strokeWidth="1.2" />}
            <SvgLines x={x + 2} y={y + 13} text={textOf(line.row.cells.name)} width={170} size={12.5} weight={line.depth < 2 ? 700 : 400} />
            <text x="356" y={y + 13} textAnchor="end" fontSize="12.5" fontWeight="600" className={mismatch ? "fill-signal" : "fill-ink"}>
              {[line.target === null ? "?" : money(line.target), mismatch ? t(line.off! > 0 ? "targetTree.short" : "targetTree.above", { amount: money(Math.abs(line.off!)) }) : ""].filter(Boolean).join("  ")}
            </text>
            <rect x={x + 2} y={y + 20} width={Math.max(2, width)} height="11" className={mismatch ? "fill-signal-soft stroke-signal" : sum > 0 ? "fill-surface stroke-pine" : "fill-pine stroke-pine"} strokeWidth="1.1" strokeDasharray={mismatch ? "4 3" : undefined} />
            {!mismatch &&
              sum > 0 &&
              line.quarters.map((amount, quarter) => {
                const before = line.quarters.slice(0, quarter).reduce<number>((all, one) => all + (one ?? 0), 0);
                return <rect key={QUARTERS[quarter]} x={x + 2 + (before / sum) * width} y={y + 20} width={((amount ?? 0) / sum) * width} height="11" className={quarter % 2 === 0 ? "fill-pine stroke-pine" : "fill-pine-soft stroke-pine"} strokeWidth="1" />;
              })}
          </g>
        );
      })}
    </PictureFrame>
  );
}
