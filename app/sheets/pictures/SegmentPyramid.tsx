import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { SheetRow } from "../content";
import { shortMoney, shortPercent } from "./format";
import { PictureFrame } from "./PictureFrame";
import { computedColumn, computedNumber, numberOf, optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { wrapText } from "./text-fit";
import type { PictureProps } from "./types";

const LAYERS = ["large", "medium", "consumers"] as const;
/** Half the width of the pyramid at the top and bottom edge of each layer. */
const EDGES = [16, 42, 60, 76] as const;
const AXIS = 80;
const TEXT = 172;
const LINE = 54;

/** The three layers with their segments, how each is covered, and what it is to bring. */
export function SegmentPyramid({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const money = (amount: number): string => shortMoney(amount, locale, currency);
  const label = (column: string, option: string): string => optionLabel(definition, "segments", column, option, locale);
  const segments = rowsOf(content, "segments").filter((row) => textOf(row.cells.segment) !== "");
  const layers = LAYERS.map((layer) => ({ layer, rows: segments.filter((row) => textOf(row.cells.layer) === layer) }));
  const unplaced = segments.filter((row) => !layers.some(({ rows }) => rows.includes(row)));
  const heights = layers.map(({ rows }) => Math.max(64, rows.length * LINE + 6));
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height + 4, 4));
  const bottom = (tops[2] ?? 0) + (heights[2] ?? 0);
  const goal = numberOf(content.fields.goal);
  const planned = computedNumber(evaluation, "planned") ?? 0;
  const detail = (row: SheetRow): string => {
    const target = numberOf(row.cells.target);
    return [label("strategy", textOf(row.cells.strategy)), textOf(row.cells.owner), target === null ? "" : money(target)].filter(Boolean).join(" · ");
  };
  const notes = segments.length === 0 ? [t("segmentPyramid.none")] : goal === null || planned === goal ? [] : [t(planned < goal ? "segmentPyramid.short" : "segmentPyramid.above", { amount: money(Math.abs(goal - planned)) })];

  return (
    <PictureFrame
      title={t("segmentPyramid.title")}
      height={bottom + 6 + (unplaced.length > 0 ? 24 + unplaced.length * LINE : 0)}
      notes={notes}
      table={{
        head: [t("segmentPyramid.segment"), t("segmentPyramid.layer"), t("segmentPyramid.approach"), t("segmentPyramid.owner"), t("segmentPyramid.potential"), t("segmentPyramid.target"), t("segmentPyramid.share")],
        rows: segments.map((row) => {
          const [potential, target, share] = [numberOf(row.cells.potential), numberOf(row.cells.target), computedColumn(evaluation, "segments", row, "share")];
          return [textOf(row.cells.segment), label("layer", textOf(row.cells.layer)), label("strategy", textOf(row.cells.strategy)), textOf(row.cells.owner), potential === null ? "" : money(potential), target === null ? "" : money(target), share === null ? "" : shortPercent(share, locale)];
        }),
        numbers: [4, 5, 6],
      }}
    >
      {layers.map(({ layer, rows }, at) => {
        const y = tops[at] ?? 0;
        const height = heights[at] ?? 0;
        const [upper, lower] = [EDGES[at] ?? 0, EDGES[at + 1] ?? 0];
        const target = rows.reduce((sum, row) => sum + (numberOf(row.cells.target) ?? 0), 0);
        const empty = rows.length === 0;
        const strong = at === 0 && !empty;
        return (
          <g key={layer}>
            <path d={`M${AXIS - upper} ${y} H${AXIS + upper} L${AXIS + lower} ${y + height} H${AXIS - lower} Z`} className={empty ? "fill-surface stroke-line-strong" : strong ? "fill-pine stroke-pine" : at === 1 ? "fill-pine-soft stroke-pine" : "fill-paper-deep stroke-line-strong"} strokeWidth="1.2" strokeDasharray={empty ? "5 4" : undefined} />
            <text x={AXIS} y={y + height - 12} textAnchor="middle" fontSize="12" fontWeight="700" className={strong ? "fill-on-pine" : "fill-ink"}>
              {target > 0 ? money(target) : ""}
            </text>
            <path d={`M${AXIS + (upper + lower) / 2 + 4} ${y + height / 2} H${TEXT - 6}`} className="stroke-line-strong" strokeWidth="1" strokeDasharray="2 3" />
            <Segments rows={rows} top={y} detail={detail} empty={`${label("layer", layer)} · ${t("segmentPyramid.empty")}`} />
          </g>
        );
      })}
      {unplaced.length > 0 && (
        <g>
          <text x="4" y={bottom + 24} fontSize="12" className="fill-signal">
            {t("segmentPyramid.unplaced")}
          </text>
          <Segments rows={unplaced} top={bottom + 6} detail={detail} empty="" />
        </g>
      )}
    </PictureFrame>
  );
}

function Segments({ rows, top, detail, empty }: { rows: readonly SheetRow[]; top: number; detail: (row: SheetRow) => string; empty: string }): ReactElement {
  if (rows.length === 0) return <SvgLines x={TEXT} y={top + 36} text={empty} width={186} size={12} className="fill-ink-faint" />;
  return (
    <>
      {rows.map((row, at) => (
        <g key={row.id}>
          <SvgLines x={TEXT} y={top + 18 + at * LINE} text={textOf(row.cells.segment)} width={186} size={12} maxLines={2} leading={15} weight={600} />
          <SvgLines x={TEXT} y={top + (wrapText(textOf(row.cells.segment), 13.2, 186, 2).length > 1 ? 49 : 34) + at * LINE} text={detail(row)} width={186} size={11.5} className="fill-ink-soft" />
        </g>
      ))}
    </>
  );
}
