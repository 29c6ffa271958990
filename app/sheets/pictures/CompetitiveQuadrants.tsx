import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { signed } from "./format";
import { PictureFrame } from "./PictureFrame";
import { spread } from "./priority-places";
import { computedColumn, computedText, numberOf, optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { wrapText } from "./text-fit";
import type { PictureProps } from "./types";

/** Advantage −4…+4 from left to right, importance 1…5 from bottom to top. */
const GRID = { left: 34, bottom: 254, step: 36, rise: 46 } as const;
const TOP = GRID.bottom - 5 * GRID.rise;
const RIGHT = GRID.left + 9 * GRID.step;
/** Between −1 and 0, 0 and +1: even has a column of its own. */
const EVEN = { left: GRID.left + 4 * GRID.step, right: GRID.left + 5 * GRID.step } as const;
/** Importance 4 and 5 count as important. */
const IMPORTANT = GRID.bottom - 3 * GRID.rise;
const LINE = 22;
const LEADING = 16;
const NAME_WIDTH = 190;

/** The competitive matrix: importance to the customer against our advantage over the strongest rival. */
export function CompetitiveQuadrants({ definition, content, evaluation, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const label = (column: string, option: string): string => optionLabel(definition, "criteria", column, option, locale);
  const criteria = rowsOf(content, "criteria")
    .filter((row) => textOf(row.cells.criterion) !== "")
    .map((row, at) => ({ row, number: at + 1, importance: numberOf(row.cells.importance), advantage: computedColumn(evaluation, "criteria", row, "advantage"), kind: computedText(evaluation, `criteria/${row.id}/quadrant`) }));
  const placed = spread(criteria.flatMap((one) => (one.importance === null || one.advantage === null ? [] : [{ item: one, column: Math.max(-4, Math.min(4, one.advantage)) + 4, row: one.importance - 1 }])), GRID);
  const list = GRID.bottom + 84;
  const heights = criteria.map(({ row }) => LINE + (wrapText(textOf(row.cells.criterion), 12.5, NAME_WIDTH, 2).length - 1) * LEADING);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, list));

  return (
    <PictureFrame
      title={t("competitiveQuadrants.title")}
      height={heights.reduce((sum, height) => sum + height, list)}
      notes={criteria.length === 0 ? [t("competitiveQuadrants.none")] : []}
      table={{
        head: ["", t("competitiveQuadrants.criterion"), t("competitiveQuadrants.importance"), t("competitiveQuadrants.advantage"), t("competitiveQuadrants.kind"), t("competitiveQuadrants.play")],
        rows: criteria.map((one) => [String(one.number), textOf(one.row.cells.criterion), String(one.importance ?? ""), one.advantage === null ? "" : signed(one.advantage), label("quadrant", one.kind), label("strategy", textOf(one.row.cells.strategy))]),
        numbers: [2, 3],
      }}
    >
      <rect x={EVEN.right} y={TOP} width={RIGHT - EVEN.right} height={IMPORTANT - TOP} className="fill-pine-soft" />
      <rect x={GRID.left} y={TOP} width={EVEN.left - GRID.left} height={IMPORTANT - TOP} className="fill-signal-soft" />
      <rect x={GRID.left} y={TOP} width={RIGHT - GRID.left} height={GRID.bottom - TOP} fill="none" className="stroke-line-strong" strokeWidth="1.2" />
      <path d={`M${GRID.left} ${IMPORTANT} H${RIGHT}`} className="stroke-line-strong" strokeWidth="1.2" />
      <path d={`M${EVEN.left} ${TOP} V${GRID.bottom} M${EVEN.right} ${TOP} V${GRID.bottom}`} className="stroke-line-strong" strokeWidth="1" strokeDasharray="3 4" />
      <g fontSize="13" fontWeight="700">
        <text x={RIGHT} y={TOP - 7} textAnchor="end" className="fill-pine">
          {label("quadrant", "winning")}
        </text>
        <text x={GRID.left} y={TOP - 7} className="fill-signal">
          {label("quadrant", "killer")}
        </text>
        <text x={RIGHT} y={GRID.bottom + 36} textAnchor="end" className="fill-ink-soft">
          {label("quadrant", "sleeping")}
        </text>
        <text x={GRID.left} y={GRID.bottom + 36} className="fill-ink-soft">
          {label("quadrant", "worthless")}
        </text>
      </g>
      <g fontSize="11.5" className="fill-ink-soft">
        {[1, 2, 3, 4, 5].map((value) => (
          <text key={value} x={GRID.left - 7} y={GRID.bottom - (value - 0.5) * GRID.rise + 4} textAnchor="end">
            {value}
          </text>
        ))}
        {[-4, -2, 0, 2, 4].map((value) => (
          <text key={value} x={GRID.left + (value + 4.5) * GRID.step} y={GRID.bottom + 17} textAnchor="middle">
            {signed(value)}
          </text>
        ))}
      </g>
      <text transform={`translate(11 ${(TOP + GRID.bottom) / 2}) rotate(-90)`} textAnchor="middle" fontSize="12" className="fill-ink">
        {t("competitiveQuadrants.importanceAxis")}
      </text>
      <text x={(GRID.left + RIGHT) / 2} y={GRID.bottom + 56} textAnchor="middle" fontSize="12" className="fill-ink">
        {t("competitiveQuadrants.advantageAxis")}
      </text>
      {placed.map(({ item, x, y }) => (
        <g key={item.row.id}>
          <circle cx={x} cy={y} r="11" className={item.kind === "winning" ? "fill-pine stroke-pine" : item.kind === "killer" ? "fill-signal stroke-signal" : "fill-surface stroke-ink-soft"} strokeWidth="1.5" />
          <text x={x} y={y + 4.5} textAnchor="middle" fontSize="12.5" fontWeight="700" className={item.kind === "winning" ? "fill-on-pine" : item.kind === "killer" ? "fill-on-signal" : "fill-ink"}>
            {item.number}
          </text>
        </g>
      ))}
      {criteria.map((one, at) => (
        <g key={one.row.id}>
          <text x="20" y={tops[at] ?? list} textAnchor="end" fontSize="12.5" fontWeight="700" className="fill-ink">
            {one.number}
          </text>
          <SvgLines x={28} y={tops[at] ?? list} text={textOf(one.row.cells.criterion)} width={NAME_WIDTH} size={12.5} maxLines={2} leading={LEADING} />
          <SvgLines x={358} y={tops[at] ?? list} text={one.kind === "" ? t("competitiveQuadrants.unrated") : [label("quadrant", one.kind), label("strategy", textOf(one.row.cells.strategy))].filter(Boolean).join(" · ")} width={136} size={12} anchor="end" className={one.kind === "killer" ? "fill-signal" : "fill-ink-soft"} />
        </g>
      ))}
    </PictureFrame>
  );
}
