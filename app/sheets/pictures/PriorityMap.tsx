import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { fullMoney } from "./format";
import { PictureFrame } from "./PictureFrame";
import { spread } from "./priority-places";
import { computedColumn, numberOf, optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { wrapText } from "./text-fit";
import type { PictureProps } from "./types";

const GRID = { left: 40, bottom: 265, step: 63, rise: 49 } as const;
const TOP = GRID.bottom - 5 * GRID.rise;
const LINE = 22;
const LEADING = 16;
const PAIN_WIDTH = 238;

/** Importance against urgency, both as the customer rates them; the list below says which number is which pain. */
export function PriorityMap({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const pains = rowsOf(content, "pains")
    .filter((row) => textOf(row.cells.pain) !== "")
    .map((row) => ({ row, importance: numberOf(row.cells.importance), urgency: numberOf(row.cells.urgency), priority: computedColumn(evaluation, "pains", row, "priority") }))
    .sort((a, b) => (b.priority ?? -1) - (a.priority ?? -1))
    .map((pain, at) => ({ ...pain, number: at + 1 }));
  const placed = spread(pains.flatMap((pain) => (pain.importance === null || pain.urgency === null ? [] : [{ item: pain, column: pain.urgency - 1, row: pain.importance - 1 }])), GRID);
  const list = GRID.bottom + 58;
  const heights = pains.map(({ row }) => LINE + (wrapText(textOf(row.cells.pain), 12.5, PAIN_WIDTH, 2).length - 1) * LEADING);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, list));
  const end = heights.reduce((sum, height) => sum + height, list);
  const right = GRID.left + 5 * GRID.step;
  const capability = (row: (typeof pains)[number]["row"]): string => textOf(row.cells.capability);

  return (
    <PictureFrame
      title={t("priorityMap.title")}
      height={end + 18}
      notes={pains.length === 0 ? [t("priorityMap.none")] : []}
      table={{
        head: ["", t("priorityMap.pain"), t("priorityMap.importance"), t("priorityMap.urgency"), t("priorityMap.priority"), t("priorityMap.owner"), t("priorityMap.loss"), t("priorityMap.capability")],
        rows: pains.map(({ row, number, importance, urgency, priority }) => {
          const loss = numberOf(row.cells.loss);
          return [String(number), textOf(row.cells.pain), String(importance ?? ""), String(urgency ?? ""), String(priority ?? ""), textOf(row.cells.owner), loss === null ? "" : fullMoney(loss, locale, currency), optionLabel(definition, "pains", "capability", capability(row), locale)];
        }),
        numbers: [2, 3, 4, 6],
      }}
    >
      <rect x={GRID.left + 3 * GRID.step} y={TOP} width={2 * GRID.step} height={2 * GRID.rise} className="fill-pine-soft" />
      {[0, 1, 2, 3, 4, 5].map((at) => (
        <g key={at} className="stroke-line" strokeWidth="1">
          <line x1={GRID.left + at * GRID.step} x2={GRID.left + at * GRID.step} y1={TOP} y2={GRID.bottom} />
          <line x1={GRID.left} x2={right} y1={TOP + at * GRID.rise} y2={TOP + at * GRID.rise} />
        </g>
      ))}
      <path d={`M${GRID.left + 3 * GRID.step} ${TOP} V${GRID.bottom} M${GRID.left} ${TOP + 2 * GRID.rise} H${right}`} className="stroke-line-strong" strokeWidth="1.2" strokeDasharray="4 4" />
      {[1, 2, 3, 4, 5].map((value) => (
        <g key={value} fontSize="11.5" className="fill-ink-soft">
          <text x={GRID.left - 8} y={GRID.bottom - (value - 0.5) * GRID.rise + 4} textAnchor="end">
            {value}
          </text>
          <text x={GRID.left + (value - 0.5) * GRID.step} y={GRID.bottom + 17} textAnchor="middle">
            {value}
          </text>
        </g>
      ))}
      <g fontSize="12" className="fill-ink-soft">
        <text x={right} y={TOP - 7} textAnchor="end" fontWeight="600" className="fill-pine">
          {t("priorityMap.now")}
        </text>
        <text x={GRID.left} y={TOP - 7}>
          {t("priorityMap.grow")}
        </text>
        <text x={right} y={GRID.bottom + 34} textAnchor="end">
          {t("priorityMap.quick")}
        </text>
        <text x={GRID.left} y={GRID.bottom + 34}>
          {t("priorityMap.later")}
        </text>
      </g>
      <text transform={`translate(12 ${(TOP + GRID.bottom) / 2}) rotate(-90)`} textAnchor="middle" fontSize="12" fontWeight="600" className="fill-ink">
        {t("priorityMap.importanceAxis")}
      </text>
      <text x={(GRID.left + right) / 2} y={GRID.bottom + 34} textAnchor="middle" fontSize="12" fontWeight="600" className="fill-ink">
        {t("priorityMap.urgencyAxis")}
      </text>
      {placed.map(({ item, x, y }) => (
        <g key={item.row.id}>
          <circle cx={x} cy={y} r="11" className={capability(item.row) === "strong" ? "fill-pine stroke-pine" : "fill-surface stroke-pine"} strokeWidth="1.6" strokeDasharray={capability(item.row) === "none" ? "2 3" : undefined} />
          <text x={x} y={y + 4.5} textAnchor="middle" fontSize="12.5" fontWeight="700" className={capability(item.row) === "strong" ? "fill-on-pine" : "fill-pine"}>
            {item.number}
          </text>
        </g>
      ))}
      {pains.map(({ row, number, importance, urgency }, at) => (
        <g key={row.id}>
          <text x="20" y={tops[at] ?? list} textAnchor="end" fontSize="12.5" fontWeight="700" className="fill-pine">
            {number}
          </text>
          <SvgLines x={28} y={tops[at] ?? list} text={textOf(row.cells.pain)} width={PAIN_WIDTH} size={12.5} maxLines={2} leading={LEADING} />
          <SvgLines x={358} y={tops[at] ?? list} text={importance === null || urgency === null ? t("priorityMap.unrated") : textOf(row.cells.owner)} width={84} size={12} anchor="end" className="fill-ink-soft" />
        </g>
      ))}
      <g fontSize="11.5" strokeWidth="1.6">
        {(["strong", "partial", "none"] as const).map((one, at) => (
          <g key={one}>
            <circle cx={[26, 116, 262][at]} cy={end} r="6" className={one === "strong" ? "fill-pine stroke-pine" : "fill-surface stroke-pine"} strokeDasharray={one === "none" ? "2 3" : undefined} />
            <text x={[37, 127, 273][at]} y={end + 4} className="fill-ink-soft">
              {optionLabel(definition, "pains", "capability", one, locale)}
            </text>
          </g>
        ))}
      </g>
    </PictureFrame>
  );
}
