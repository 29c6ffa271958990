import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { HEAD_HEIGHT, layOutPeriods, type Period, PROMISE_HEIGHT, type PeriodPromise } from "./expectation-periods";
import { shortDay } from "./format";
import { Gap } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const AXIS = 88;
const TOP = 8;

function Promised({ promise, y, day, note }: { promise: PeriodPromise; y: number; day: string; note: string }): ReactElement {
  return (
    <g>
      {day === "" ? (
        <Gap x={AXIS} y={y + 6} r={7} />
      ) : (
        <g>
          <text x={AXIS - 12} y={y + 10} textAnchor="end" fontSize="11.5" fontWeight="600" className="fill-ink">
            {day}
          </text>
          <circle cx={AXIS} cy={y + 6} r="5" className="fill-pine stroke-surface" strokeWidth="1.5" />
        </g>
      )}
      <SvgLines x={AXIS + 14} y={y + 10} text={promise.promise} width={248} size={12} className="fill-ink" />
      <SvgLines x={AXIS + 14} y={y + 24} text={note} width={248} size={11} className="fill-ink-soft" />
    </g>
  );
}

function Band({ period, at, dates, children }: { period: Period; at: number; dates: string; children: ReactElement[] }): ReactElement {
  return (
    <g>
      {at % 2 === 0 && <rect x="0" y={period.y} width="360" height={period.height} className="fill-paper-deep" />}
      <circle cx={AXIS} cy={period.y + 15} r="4" className="fill-surface stroke-ink-soft" strokeWidth="1.4" />
      <SvgLines x={AXIS - 8} y={period.y + 19} text={period.label} width={84} size={11} anchor="end" weight={700} className="fill-pine" />
      <SvgLines x={AXIS + 14} y={period.y + 19} text={dates} width={248} size={11.5} weight={600} className="fill-ink-soft" />
      <SvgLines x={AXIS + 14} y={period.y + 35} text={[period.touch, period.keeper].filter(Boolean).join(" · ")} width={248} size={11} className="fill-ink-soft" />
      {children}
    </g>
  );
}

/** From the signature to the plateau: when which promise is met, what has no date, and what is new at the end. */
export function ExpectationTimeline({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const periods = layOutPeriods(definition, content, locale, TOP);
  const last = periods.at(-1);
  const bottom = last ? last.y + last.height : TOP;
  const fresh = textOf(content.fields.something_new);
  const promises = periods.flatMap((period) => period.promises.map((promise) => ({ ...promise, period: period.label })));
  const undated = promises.filter((promise) => promise.due === "").length;
  const dates = (period: Period): string => (period.from === "" && period.until === "" ? t("expectationTimeline.noDates") : `${period.from ? shortDay(period.from, locale) : "?"} – ${period.until ? shortDay(period.until, locale) : "?"}`);
  const scope = (promise: PeriodPromise): string => (promise.beyond === "" ? "" : optionLabel(definition, "promises", "scope", promise.beyond, locale));
  const column = (id: string): string => labelOf(definition, "promises", id, locale);
  return (
    <PictureFrame
      title={t("expectationTimeline.title")}
      height={bottom + 50}
      notes={[promises.length === 0 ? t("expectationTimeline.empty") : undated > 0 ? t("expectationTimeline.undated", { count: undated }) : t("expectationTimeline.dated", { count: promises.length })]}
      table={{
        head: [column("period"), column("promise"), column("due"), column("owner"), column("scope")],
        rows: promises.map((promise) => [promise.period, promise.promise, promise.due, promise.owner, scope(promise)]),
      }}
    >
      <line x1={AXIS} x2={AXIS} y1={TOP + 15} y2={bottom + 16} className="stroke-line-strong" strokeWidth="1.4" />
      {periods.map((period, at) => (
        <Band key={period.id} period={period} at={at} dates={dates(period)}>
          {period.promises.map((promise, index) => (
            <Promised key={promise.id} promise={promise} y={period.y + HEAD_HEIGHT + index * PROMISE_HEIGHT} day={promise.due ? shortDay(promise.due, locale) : ""} note={[promise.owner, scope(promise)].filter(Boolean).join(" · ")} />
          ))}
        </Band>
      ))}
      <line x1={AXIS} x2={AXIS} y1={TOP + 19} y2={bottom} className="stroke-line-strong" strokeWidth="1" opacity="0.5" />
      {fresh === "" ? <Gap x={AXIS} y={bottom + 18} r={9} calm={promises.length === 0} /> : <path d={star(AXIS, bottom + 18, 9)} className="fill-pine" />}
      <SvgLines x={AXIS - 14} y={bottom + 22} text={content.fields.new_on ? shortDay(textOf(content.fields.new_on), locale) : ""} width={70} size={11.5} anchor="end" weight={600} className="fill-ink" />
      <SvgLines x={AXIS + 16} y={bottom + 18} text={fresh === "" ? t("expectationTimeline.nothingNew") : fresh} width={252} size={12} maxLines={2} leading={15} className={fresh !== "" ? "fill-ink" : promises.length === 0 ? "fill-ink-faint" : "fill-signal"} />
    </PictureFrame>
  );
}

/** A five-pointed star. */
function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = -Math.PI / 2 + (at * Math.PI) / 5;
    const length = at % 2 === 0 ? r : r * 0.45;
    return `${(x + Math.cos(angle) * length).toFixed(1)} ${(y + Math.sin(angle) * length).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}
