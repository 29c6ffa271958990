import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { PictureFrame } from "./PictureFrame";
import { optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const KINDS = ["S", "P", "I", "N"] as const;
const INDENT = 15;
const GAP = 22;
const HEAD = 28;
const QUESTION = 34;
/** Questions shown on a rung; the rest is counted. */
const SHOWN = 3;

/** The four kinds of question as rungs, from the situation below to the need-payoff above; a rung without questions is missing. */
export function SpinLadder({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const questions = rowsOf(content, "questions").filter((row) => textOf(row.cells.question) !== "");
  const label = (kind: string): string => optionLabel(definition, "questions", "kind", kind, locale);
  const rungs = KINDS.map((kind) => ({ kind, texts: questions.filter((row) => textOf(row.cells.kind) === kind).map((row) => textOf(row.cells.question)) }));
  const heightOf = (texts: readonly string[]): number => HEAD + Math.max(1, Math.min(SHOWN, texts.length)) * QUESTION + (texts.length > SHOWN ? 18 : 0);
  const drawn = rungs.map((rung, at) => ({ ...rung, x: 2 + at * INDENT, height: heightOf(rung.texts) })).reverse();
  const tops = drawn.map((_, at) => drawn.slice(0, at).reduce((sum, rung) => sum + rung.height + GAP, 2));
  const missing = rungs.filter((rung) => rung.texts.length === 0);

  return (
    <PictureFrame
      title={t("spinLadder.title")}
      height={drawn.reduce((sum, rung) => sum + rung.height + GAP, 2) - GAP + 4}
      notes={questions.length > 0 && missing.length > 0 ? [t("spinLadder.missing", { kinds: missing.map((rung) => label(rung.kind)).join(locale === "zh" ? "、" : ", ") })] : []}
      table={{
        head: [t("spinLadder.kind"), t("spinLadder.question"), t("spinLadder.expected")],
        rows: questions.map((row) => [label(textOf(row.cells.kind)), textOf(row.cells.question), textOf(row.cells.expected)]),
      }}
    >
      {drawn.map((rung, at) => {
        const y = tops[at] ?? 0;
        const width = 356 - 3 * INDENT;
        const empty = rung.texts.length === 0;
        const top = rung.kind === "N" && !empty;
        return (
          <g key={rung.kind}>
            {at > 0 && <path d={`M${rung.x + 40} ${y - 3} V${y - GAP + 4} m-4 5 l4 -6 l4 6`} fill="none" className="stroke-pine" strokeWidth="1.8" />}
            <rect x={rung.x} y={y} width={width} height={rung.height} rx="7" className={empty ? "fill-surface stroke-signal" : top ? "fill-pine stroke-pine" : "fill-pine-soft stroke-pine"} strokeWidth="1.3" strokeDasharray={empty ? "5 4" : undefined} />
            <text x={rung.x + 12} y={y + 20} fontSize="13" fontWeight="700" className={empty ? "fill-signal" : top ? "fill-on-pine" : "fill-pine"}>
              {`${rung.kind} ${label(rung.kind)}`}
            </text>
            <text x={rung.x + width - 12} y={y + 20} textAnchor="end" fontSize="12.5" fontWeight="600" className={empty ? "fill-signal" : top ? "fill-on-pine" : "fill-ink-soft"}>
              {rung.texts.length}
            </text>
            {empty && <SvgLines x={rung.x + 12} y={y + HEAD + 14} text={t("spinLadder.empty")} width={width - 24} className="fill-signal" />}
            {rung.texts.slice(0, SHOWN).map((text, place) => (
              <SvgLines key={place} x={rung.x + 12} y={y + HEAD + 12 + place * QUESTION} text={text} width={width - 24} size={12} maxLines={2} leading={15} className={top ? "fill-on-pine" : "fill-ink"} />
            ))}
            {rung.texts.length > SHOWN && (
              <text x={rung.x + 12} y={y + rung.height - 7} fontSize="11.5" className={top ? "fill-on-pine" : "fill-ink-soft"}>
                {t("spinLadder.more", { number: rung.texts.length - SHOWN })}
              </text>
            )}
          </g>
        );
      })}
    </PictureFrame>
  );
}
