import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { shortDay } from "./format";
import { Gap, Tick } from "./Marks";
import { type Observed, skillRows } from "./observation-rows";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const MIDDLE = 226;
const TOP = 28;
const ROW = 34;
const STEP = 24;
/** As many as fit beside one another; the rest are counted. */
const MOST = 4;
const TALK = ["own_view", "advice", "practice", "again_on"] as const;

function Dots({ list, y, way }: { list: readonly Observed[]; y: number; way: 1 | -1 }): ReactElement {
  return (
    <g>
      {list.slice(0, MOST).map((one, at) => {
        const x = MIDDLE + way * (16 + at * STEP);
        return one.kind === "keep" ? (
          <circle key={one.id} cx={x} cy={y} r="8" className={one.solid ? "fill-pine stroke-pine" : "fill-surface stroke-pine"} strokeWidth="1.8" strokeDasharray={one.solid ? undefined : "3 2"} />
        ) : (
          <rect key={one.id} x={x - 8} y={y - 8} width="16" height="16" rx="2" className={one.solid ? "fill-mist stroke-mist" : "fill-surface stroke-mist"} strokeWidth="1.8" strokeDasharray={one.solid ? undefined : "3 2"} />
        );
      })}
      {list.length > MOST && (
        <text x={MIDDLE + way * (12 + MOST * STEP)} y={y + 4} textAnchor="middle" fontSize="11.5" className="fill-ink-soft">
          +{list.length - MOST}
        </text>
      )}
    </g>
  );
}

/** What was seen, by skill: to change on the left, to keep on the right; then the talk from their own view to the next look. */
export function ObservationProfile({ definition, content, evaluation, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const rows = skillRows(definition, content, evaluation);
  const all = rows.flatMap((row) => [...row.change, ...row.keep].map((one) => ({ ...one, skill: optionLabel(definition, "observations", "skill", row.skill, locale) })));
  const weak = all.filter((one) => !one.solid).length;
  const bottom = TOP + rows.length * ROW;
  const column = (id: string): string => labelOf(definition, "observations", id, locale);
  const talk = TALK.map((field) => ({ field, label: labelOf(definition, null, field, locale), text: field === "again_on" && content.fields.again_on ? shortDay(textOf(content.fields.again_on), locale) : textOf(content.fields[field]) }));
  const untalked = talk.every((step) => step.text === "");
  return (
    <PictureFrame
      title={t("observationProfile.title")}
      height={bottom + 20 + talk.length * 38}
      notes={[all.length === 0 ? t("observationProfile.empty") : weak > 0 ? t("observationProfile.weak", { count: weak }) : t("observationProfile.solid", { count: all.length })]}
      table={{
        head: [column("skill"), column("kind"), column("behaviour"), column("reaction")],
        rows: all.map((one) => [one.skill, optionLabel(definition, "observations", "kind", one.kind, locale), one.behaviour, one.reaction]),
      }}
    >
      <SvgLines x={MIDDLE - 8} y={15} text={optionLabel(definition, "observations", "kind", "change", locale)} width={110} size={12} anchor="end" weight={600} className="fill-mist" />
      <SvgLines x={MIDDLE + 8} y={15} text={optionLabel(definition, "observations", "kind", "keep", locale)} width={110} size={12} weight={600} className="fill-pine" />
      {rows.map((row, at) => {
        const y = TOP + at * ROW;
        return (
          <g key={row.skill}>
            {at % 2 === 0 && <rect x="0" y={y} width="360" height={ROW} className="fill-paper-deep" />}
            <SvgLines x={4} y={y + ROW / 2 + (locale === "zh" ? 4 : -2)} text={optionLabel(definition, "observations", "skill", row.skill, locale)} width={112} size={11.5} maxLines={2} leading={13} className="fill-ink" />
            <Dots list={row.change} y={y + ROW / 2} way={-1} />
            <Dots list={row.keep} y={y + ROW / 2} way={1} />
          </g>
        );
      })}
      <line x1={MIDDLE} x2={MIDDLE} y1={TOP} y2={bottom} className="stroke-ink-soft" strokeWidth="1.3" />
      <path d={`M14 ${bottom + 28} V${bottom + 20 + talk.length * 38 - 26}`} className="stroke-line-strong" strokeWidth="1.4" />
      {talk.map((step, at) => {
        const y = bottom + 14 + at * 38;
        return (
          <g key={step.field}>
            {step.text === "" ? (
              <Gap x={14} y={y + 14} calm={untalked} />
            ) : (
              <g>
                <circle cx="14" cy={y + 14} r="9" className="fill-surface stroke-pine" strokeWidth="1.3" />
                <Tick x={14} y={y + 14} />
              </g>
            )}
            <SvgLines x={32} y={y + 11} text={step.label} width={320} size={11} className="fill-ink-soft" />
            <SvgLines x={32} y={y + 27} text={step.text || t("observationProfile.missing")} width={322} size={12} className={step.text ? "fill-ink" : untalked ? "fill-ink-faint" : "fill-signal"} />
          </g>
        );
      })}
    </PictureFrame>
  );
}
