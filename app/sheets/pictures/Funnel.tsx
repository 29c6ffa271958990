import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { shortMoney, shortNumber, shortPercent } from "./format";
import { type FunnelStage, funnelStages } from "./funnel-stages";
import { PictureFrame } from "./PictureFrame";
import { computedNumber, labelOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const CENTRE = 118;
const WIDEST = 228;
const TOP = 22;
const BAR = 42;
const ROW = BAR + 24;
const AGE = { x: 248, width: 66 };

/** A stage that nobody has filled in yet is an outline. */
const widthOf = (stage: FunnelStage): number => (stage.value === null ? 120 : Math.max(WIDEST * stage.share, 6));

/** How long deals stay, against the limit (the upright stroke); longer than that is hatched by its outline and a mark. */
function Age({ stage, y, text }: { stage: FunnelStage; y: number; text: string }): ReactElement | null {
  const { age, limit } = stage;
  if (age === null) return null;
  const most = Math.max(age, limit ?? 0, 1);
  const over = limit !== null && age > limit;
  return (
    <g>
      <rect x={AGE.x} y={y + 6} width={(age / most) * AGE.width} height="11" className={over ? "fill-signal-soft stroke-signal" : "fill-pine-soft stroke-pine"} strokeWidth="1.2" />
      {limit !== null && <path d={`M${AGE.x + (limit / most) * AGE.width} ${y + 2} v19`} className="stroke-ink" strokeWidth="1.8" />}
      <SvgLines x={AGE.x} y={y + 33} text={over ? `! ${text}` : text} width={108} size={11} weight={over ? 700 : 400} className={over ? "fill-signal" : "fill-ink-soft"} />
    </g>
  );
}

/** The funnel: value as width, deals in it, conversion between the stages, age against the roadbook's limit. */
export function Funnel({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const stages = funnelStages(definition, content, evaluation, locale);
  const empty = stages.every((stage) => stage.count === null && stage.value === null);
  const coverage = computedNumber(evaluation, "coverage");
  const weighted = computedNumber(evaluation, "weighted");
  const over = stages.filter((stage) => stage.age !== null && stage.limit !== null && stage.age > stage.limit);
  const money = (value: number | null): string => (value === null ? "?" : shortMoney(value, locale, currency));
  const percent = (value: number | null): string => (value === null ? "" : shortPercent(value, locale, 0));
  const days = (value: number | null): string => (value === null ? "" : shortNumber(value, locale));
  const column = (id: string): string => labelOf(definition, "stages", id, locale);
  const notes = empty
    ? [t("funnel.empty")]
    : [
        ...(coverage === null ? [] : [t("funnel.coverage", { times: shortNumber(coverage, locale) })]),
        ...(weighted === null ? [] : [t("funnel.weighted", { money: shortMoney(weighted, locale, currency) })]),
        ...(over.length > 0 ? [t("funnel.over", { stages: over.map((stage) => stage.label).join(locale === "zh" ? "、" : ", ") })] : []),
      ];
  return (
    <PictureFrame
      title={t("funnel.title")}
      height={TOP + stages.length * ROW}
      notes={notes}
      table={{
        head: [t("funnel.stage"), column("count_now"), column("value"), column("conversion"), column("mean_age"), column("age_limit"), t("funnel.stuck")],
        rows: stages.map((stage) => [stage.label, days(stage.count), money(stage.value), percent(stage.conversion), days(stage.age), days(stage.limit), String(stage.stuck)]),
        numbers: [1, 2, 3, 4, 5, 6],
      }}
    >
      <SvgLines x={CENTRE} y={13} text={t("funnel.byValue")} width={220} size={11.5} anchor="middle" className="fill-ink-soft" />
      <SvgLines x={AGE.x} y={13} text={t("funnel.byAge")} width={110} size={11.5} className="fill-ink-soft" />
      {stages.map((stage, at) => {
        const y = TOP + at * ROW;
        const width = widthOf(stage);
        const next = stages[at + 1];
        const below = next ? widthOf(next) : width;
        const inside = stage.value === null || width > 200;
        return (
          <g key={stage.id}>
            <path d={`M${CENTRE - width / 2} ${y} h${width} v${BAR} h${-width} Z`} className={stage.value === null ? "fill-none stroke-line-strong" : "fill-pine-soft stroke-pine"} strokeWidth="1.2" strokeDasharray={stage.value === null ? "3 3" : undefined} />
            {next && <path d={`M${CENTRE - width / 2} ${y + BAR} L${CENTRE - below / 2} ${y + ROW} H${CENTRE + below / 2} L${CENTRE + width / 2} ${y + BAR} Z`} className="fill-paper-deep" />}
            {!inside && <rect x={CENTRE - 96} y={y + 4} width="192" height="34" rx="4" className="fill-surface" opacity="0.85" />}
            <SvgLines x={CENTRE} y={y + 17} text={stage.label} width={Math.max(width - 8, 190)} size={12} anchor="middle" weight={600} className="fill-ink" />
            <SvgLines x={CENTRE} y={y + 33} text={`${stage.count === null ? "?" : t("funnel.deals", { count: stage.count })} · ${money(stage.value)}`} width={Math.max(width - 8, 190)} size={12} anchor="middle" className="fill-ink" />
            <text x={CENTRE} y={y + BAR + 16} textAnchor="middle" fontSize="12" fontWeight="600" className={stage.conversion === null ? "fill-ink-faint" : "fill-pine"}>
              {stage.conversion === null ? "?" : `↓ ${percent(stage.conversion)}`}
            </text>
            <Age stage={stage} y={y} text={stage.limit === null ? t("funnel.age", { days: days(stage.age) }) : t("funnel.ageOf", { days: days(stage.age), limit: days(stage.limit) })} />
            {stage.stuck > 0 && <SvgLines x={AGE.x} y={y + 50} text={t("funnel.stuckHere", { count: stage.stuck })} width={110} size={11} weight={600} className="fill-ink" />}
          </g>
        );
      })}
    </PictureFrame>
  );
}
