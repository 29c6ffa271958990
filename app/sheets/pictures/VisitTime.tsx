import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { PictureFrame } from "./PictureFrame";
import { numberOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const PARTS = [
  { id: "credit", minutes: "credit_minutes", texts: ["credit_text"], fill: "fill-paper-deep stroke-ink-soft" },
  { id: "challenges", minutes: "challenge_minutes", texts: ["challenge_outside", "challenge_inside"], fill: "fill-mist-soft stroke-mist" },
  { id: "pains", minutes: "pain_minutes", texts: ["pains_text"], fill: "fill-pine-soft stroke-pine" },
  { id: "value", minutes: "value_minutes", texts: ["value_text"], fill: "fill-pine stroke-pine" },
] as const;
const BAR = { left: 4, width: 352, y: 34, height: 30 } as const;
const LINE = 62;
const TOP = 92;

/** How the minutes of the visit are spent, to scale, and what is said in each part. */
export function VisitTime({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const length = numberOf(content.fields.minutes);
  const parts = PARTS.map((part) => ({ ...part, title: definition.groups?.find((group) => group.id === part.id)?.title[locale] ?? "", length: Math.max(0, numberOf(content.fields[part.minutes]) ?? 0), words: part.texts.map((id) => textOf(content.fields[id])).filter(Boolean).join(" ") }));
  const planned = parts.reduce((sum, part) => sum + part.length, 0);
  const scale = BAR.width / Math.max(1, planned, length ?? 0);
  const off = length === null ? 0 : planned - length;
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.length, 0));

  return (
    <PictureFrame
      title={t("visitTime.title")}
      height={TOP + parts.length * LINE}
      notes={length === null ? [t("visitTime.none")] : off === 0 ? [] : [off > 0 ? t("visitTime.over", { minutes: off }) : t("visitTime.spare", { minutes: -off })]}
      table={{
        head: [t("visitTime.part"), t("visitTime.from"), t("visitTime.minutes"), t("visitTime.words")],
        rows: parts.map((part, at) => [part.title, String(starts[at] ?? 0), String(part.length), part.words]),
        numbers: [1, 2],
      }}
    >
      <text x={BAR.left} y="20" fontSize="12.5" fontWeight="600" className="fill-ink">
        {length === null ? t("visitTime.unknown") : t("visitTime.whole", { minutes: length })}
      </text>
      {parts.map((part, at) => (
        <g key={part.id}>
          <rect x={BAR.left + (starts[at] ?? 0) * scale} y={BAR.y} width={part.length * scale} height={BAR.height} className={part.fill} strokeWidth="1.2" />
          {part.length * scale > 18 && (
            <text x={BAR.left + ((starts[at] ?? 0) + part.length / 2) * scale} y={BAR.y + 20} textAnchor="middle" fontSize="12.5" fontWeight="700" className={part.id === "value" ? "fill-on-pine" : "fill-ink"}>
              {part.length}
            </text>
          )}
        </g>
      ))}
      {length !== null && (
        <path d={`M${BAR.left + length * scale} ${BAR.y - 8} V${BAR.y + BAR.height + 8}`} className={off > 0 ? "stroke-signal" : "stroke-ink"} strokeWidth="2" strokeDasharray={off > 0 ? "4 3" : undefined} />
      )}
      {off > 0 && length !== null && (
        <text x={BAR.left + length * scale - 5} y={BAR.y - 6} textAnchor="end" fontSize="12" fontWeight="600" className="fill-signal">
          {t("visitTime.end")}
        </text>
      )}
      {parts.map((part, at) => {
        const y = TOP + at * LINE;
        return (
          <g key={part.id}>
            <rect x={BAR.left} y={y} width="12" height={LINE - 14} className={part.fill} strokeWidth="1.2" />
            <SvgLines x={BAR.left + 22} y={y + 12} text={part.title} width={258} size={12.5} weight={600} />
            <text x="356" y={y + 12} textAnchor="end" fontSize="12" className="fill-ink-soft">
              {t("visitTime.partMinutes", { minutes: part.length })}
            </text>
            <SvgLines x={BAR.left + 22} y={y + 30} text={part.words === "" ? t("visitTime.unwritten") : part.words} width={330} size={12} maxLines={2} leading={16} className="fill-ink-soft" />
          </g>
        );
      })}
    </PictureFrame>
  );
}
