import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG } from "~/i18n/locale";
import { shortDay, signed } from "./format";
import { Hatched } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf } from "./reading";
import { lineThrough, type SatisfactionPoint, satisfactionPoints } from "./satisfaction-points";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LEFT = 26;
const RIGHT = 354;
const TOP = 58;
const STEP = 32;
const BOTTOM = TOP + 4 * STEP;
/** More dates than this do not fit below one another. */
const MOST_DATES = 7;

const y = (score: number): number => BOTTOM - (score - 1) * STEP;

function Point({ point, date }: { point: SatisfactionPoint; date: string }): ReactElement {
  const { x, expected, quality, gap } = point;
  return (
    <g>
      {expected !== null && quality !== null && gap !== null && gap < 0 && <Hatched x={x - 6} y={y(expected)} width={12} height={y(quality) - y(expected)} gap={4} className="fill-signal-soft" stroke="stroke-signal" />}
      {expected !== null && quality !== null && gap !== null && gap > 0 && <rect x={x - 6} y={y(quality)} width="12" height={y(expected) - y(quality)} className="fill-pine-soft stroke-pine" strokeWidth="1" />}
      {expected !== null && <rect x={x - 5} y={y(expected) - 5} width="10" height="10" className="fill-surface stroke-mist" strokeWidth="2" />}
      {quality !== null && <circle cx={x} cy={y(quality)} r="5" className="fill-pine stroke-surface" strokeWidth="1" />}
      <text x={x} y={TOP - 14} textAnchor="middle" fontSize="12.5" fontWeight="700" className={gap === null ? "fill-ink-faint" : gap < 0 ? "fill-signal" : "fill-ink"}>
        {gap === null ? "?" : signed(gap)}
      </text>
      <text x={x} y={BOTTOM + 19} textAnchor="middle" fontSize="10.5" className="fill-ink-soft">
        {date}
      </text>
    </g>
  );
}

/** What customers expected and what they got, follow-up by follow-up; the gap between is their satisfaction. */
export function SatisfactionCurve({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const points = satisfactionPoints(content, LEFT, RIGHT);
  const unhappy = points.filter((point) => point.gap !== null && point.gap < 0);
  const every = Math.ceil(points.length / MOST_DATES);
  const column = (id: string): string => labelOf(definition, "followups", id, locale);
  const text = (value: number | null): string => (value === null ? "" : String(value));
  const years = new Set(points.map((point) => point.on.slice(0, 4)).filter(Boolean)).size;
  const date = (on: string): string => (years < 2 || !/^\d{4}-\d{2}-\d{2}$/.test(on) ? shortDay(on, locale) : new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { year: "2-digit", month: "short", timeZone: "UTC" }).format(new Date(`${on}T00:00:00Z`)));
  const people = [...new Set(unhappy.map((point) => point.person).filter(Boolean))];
  return (
    <PictureFrame
      title={t("satisfactionCurve.title")}
      height={BOTTOM + 30}
      notes={[points.length === 0 ? t("satisfactionCurve.empty") : unhappy.length === 0 ? t("satisfactionCurve.content") : t("satisfactionCurve.unhappy", { count: unhappy.length, people: people.join(locale === "zh" ? "、" : ", ") })]}
      table={{
        head: [column("on"), column("person"), column("expected"), column("quality"), column("gap"), column("said")],
        rows: points.map((point) => [point.on, point.person, text(point.expected), text(point.quality), point.gap === null ? "" : signed(point.gap), point.said]),
        numbers: [2, 3, 4],
      }}
    >
      <rect x="4" y="5" width="10" height="10" className="fill-surface stroke-mist" strokeWidth="2" />
      <SvgLines x={20} y={14} text={column("expected")} width={84} size={12} className="fill-ink-soft" />
      <circle cx="112" cy="10" r="5" className="fill-pine" />
      <SvgLines x={122} y={14} text={column("quality")} width={90} size={12} className="fill-ink-soft" />
      <SvgLines x={356} y={14} text={t("satisfactionCurve.above")} width={150} size={12} anchor="end" className="fill-ink-soft" />
      {[1, 2, 3, 4, 5].map((score) => (
        <g key={score}>
          <line x1={LEFT - 4} x2={RIGHT} y1={y(score)} y2={y(score)} className="stroke-line" strokeWidth="1" />
          <text x={LEFT - 10} y={y(score) + 4} textAnchor="end" fontSize="11.5" className="fill-ink-faint">
            {score}
          </text>
        </g>
      ))}
      <path d={lineThrough(points, (point) => point.expected, y)} fill="none" className="stroke-mist" strokeWidth="1.8" strokeDasharray="5 4" />
      <path d={lineThrough(points, (point) => point.quality, y)} fill="none" className="stroke-pine" strokeWidth="2.2" />
      {points.map((point, at) => (
        <Point key={point.id} point={point} date={at % every === 0 && point.on ? date(point.on) : ""} />
      ))}
    </PictureFrame>
  );
}
