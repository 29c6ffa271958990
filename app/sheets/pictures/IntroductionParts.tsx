import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { PictureFrame } from "./PictureFrame";
import { labelOf, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { wrapText } from "./text-fit";
import type { PictureProps } from "./types";

const PARTS = ["who", "achievement", "link"] as const;
const FILL = { who: "fill-paper-deep stroke-ink-soft", achievement: "fill-pine stroke-pine", link: "fill-pine-soft stroke-pine" } as const;
/** What can be said in one breath: 60 Chinese characters take as long as some 240 letters. */
const BREATH = { zh: 60, en: 240 } as const;
const WIDTH = 352;
const LINES = 5;
const LEADING = 19;
const LEGEND = [{ x: 4, y: 4 }, { x: 130, y: 4 }, { x: 4, y: 22 }] as const;
const CJK = /[\u3400-\u9fff]/;

/** Each sentence as it will be heard, with how much of one breath its three parts take. */
export function IntroductionParts({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const intros = rowsOf(content, "intros")
    .map((row) => {
      const parts = PARTS.map((part) => ({ part, text: textOf(row.cells[part]) }));
      const written = parts.map((one) => one.text).filter(Boolean);
      const chinese = CJK.test(written.join(""));
      const sentence = written.length === 0 ? "" : written.join(chinese ? "\uff0c" : ", ") + (chinese ? "\u3002" : ".");
      return { row, audience: textOf(row.cells.audience), parts, sentence, breath: chinese ? BREATH.zh : BREATH.en, length: parts.reduce((sum, one) => sum + [...one.text].length, 0) };
    })
    .filter((intro) => intro.audience !== "" || intro.sentence !== "")
    .map((intro) => ({ ...intro, lines: Math.max(1, wrapText(intro.sentence, 14, WIDTH, LINES).length) }));
  const heights = intros.map((intro) => 62 + intro.lines * LEADING);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 46));

  return (
    <PictureFrame
      title={t("introductionParts.title")}
      height={heights.reduce((sum, height) => sum + height, 46)}
      notes={intros.length === 0 ? [t("introductionParts.none")] : []}
      table={{
        head: [labelOf(definition, "intros", "audience", locale), ...PARTS.map((part) => labelOf(definition, "intros", part, locale)), labelOf(definition, "intros", "characters", locale)],
        rows: intros.map((intro) => [intro.audience, ...intro.parts.map((one) => one.text), String(intro.length)]),
        numbers: [4],
      }}
    >
      <g fontSize="11.5" className="fill-ink-soft">
        {PARTS.map((part, at) => (
          <g key={part}>
            <rect x={LEGEND[at]!.x} y={LEGEND[at]!.y} width="12" height="12" className={FILL[part]} strokeWidth="1" />
            <text x={LEGEND[at]!.x + 17} y={LEGEND[at]!.y + 10}>
              {labelOf(definition, "intros", part, locale)}
            </text>
          </g>
        ))}
      </g>
      {intros.map((intro, at) => {
        const y = tops[at] ?? 0;
        const scale = WIDTH / Math.max(intro.breath * 1.25, intro.length);
        const limit = 4 + intro.breath * scale;
        const long = intro.length > intro.breath;
        return (
          <g key={intro.row.id}>
            <SvgLines x={4} y={y + 14} text={intro.audience} width={270} size={12} className="fill-ink-soft" />
            <text x="356" y={y + 14} textAnchor="end" fontSize="12" fontWeight="600" className={long ? "fill-signal" : "fill-ink-soft"}>
              {`${intro.length} / ${intro.breath}`}
            </text>
            {intro.parts.map((one, part) => {
              const before = intro.parts.slice(0, part).reduce((sum, other) => sum + [...other.text].length, 0);
              return <rect key={one.part} x={4 + before * scale} y={y + 22} width={[...one.text].length * scale} height="12" className={FILL[one.part]} strokeWidth="1" />;
            })}
            <path d={`M${limit} ${y + 18} v20`} className={long ? "stroke-signal" : "stroke-ink-soft"} strokeWidth="1.6" strokeDasharray="3 3" />
            <SvgLines x={4} y={y + 53} text={intro.sentence === "" ? t("introductionParts.unwritten") : intro.sentence} width={WIDTH} size={14} maxLines={LINES} leading={LEADING} />
          </g>
        );
      })}
    </PictureFrame>
  );
}
