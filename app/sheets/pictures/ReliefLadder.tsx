import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { foundAt } from "./found";
import { Gap, Tick } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const STATES = ["guessed", "voiced", "discussed", "relieved", "written"] as const;
const LEFT = 26;
const STEP = 53;
const TOP = 34;
const ROW = 52;
const PREVENTION = 284;
const REMEDY = 336;

const at = (step: number): number => LEFT + step * STEP;

/** Every worry on its way from guessed to written down, with the prevention, and the remedy kept back. */
export function ReliefLadder({ definition, content, evaluation, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const worries = rowsOf(content, "worries")
    .map((row) => ({
      id: row.id,
      worry: textOf(row.cells.worry),
      holder: textOf(row.cells.holder),
      state: textOf(row.cells.state),
      step: (STATES as readonly string[]).indexOf(textOf(row.cells.state)),
      prevention: textOf(row.cells.prevention) !== "",
      remedy: textOf(row.cells.remedy) !== "",
      early: foundAt(evaluation, "worries", row.id, "remedy-first", "prevention-is-remedy"),
    }))
    .filter((worry) => worry.worry !== "" || worry.step >= 0);
  const settled = worries.filter((worry) => worry.step === 4).length;
  const early = worries.filter((worry) => worry.early).length;
  const rows = Math.max(worries.length, 1);
  const yes = (there: boolean): string => t(there ? "reliefLadder.yes" : "reliefLadder.no");
  return (
    <PictureFrame
      title={t("reliefLadder.title")}
      height={TOP + rows * ROW + 4}
      notes={worries.length === 0 ? [t("reliefLadder.empty")] : [t("reliefLadder.settled", { settled, count: worries.length }), ...(early > 0 ? [t("reliefLadder.early", { count: early })] : [])]}
      table={{
        head: [labelOf(definition, "worries", "worry", locale), labelOf(definition, "worries", "holder", locale), labelOf(definition, "worries", "state", locale), t("reliefLadder.prevention"), t("reliefLadder.remedy")],
        rows: worries.map((worry) => [worry.worry, worry.holder, optionLabel(definition, "worries", "state", worry.state, locale), yes(worry.prevention), yes(worry.remedy)]),
      }}
    >
      {STATES.map((state, step) => (
        <SvgLines key={state} x={at(step)} y={14} text={t(`reliefLadder.state.${state}`)} width={STEP + 2} size={10.5} anchor="middle" className="fill-ink-soft" />
      ))}
      <SvgLines x={PREVENTION} y={14} text={t("reliefLadder.prevention")} width={56} size={10} anchor="middle" weight={600} className="fill-pine" />
      <SvgLines x={REMEDY} y={14} text={t("reliefLadder.remedy")} width={52} size={10} anchor="middle" weight={600} className="fill-ink-soft" />
      <line x1="2" x2="358" y1={TOP - 10} y2={TOP - 10} className="stroke-line-strong" strokeWidth="1" />
      {worries.map((worry, row) => {
        const y = TOP + row * ROW + 32;
        return (
          <g key={worry.id}>
            <SvgLines x={6} y={y - 20} text={worry.worry || "?"} width={350} size={12.5} weight={600} className="fill-ink" />
            <line x1={at(0)} x2={at(4)} y1={y} y2={y} className="stroke-line-strong" strokeWidth="1.4" strokeDasharray="2 3" />
            {worry.step > 0 && <line x1={at(0)} x2={at(worry.step)} y1={y} y2={y} className="stroke-pine" strokeWidth="3" />}
            {STATES.map((state, step) => {
              const here = step === worry.step;
              return <circle key={state} cx={at(step)} cy={y} r={here ? 7 : 4} className={step <= worry.step ? (here && step === 0 ? "fill-surface stroke-ink-soft" : "fill-pine stroke-pine") : "fill-surface stroke-line-strong"} strokeWidth={here ? 2 : 1.2} />;
            })}
            {worry.step === 4 && <path d={`M${at(4) - 3.5} ${y} l2.5 3 l4.5 -5.5`} fill="none" className="stroke-on-pine" strokeWidth="1.8" />}
            {worry.prevention ? <Tick x={PREVENTION} y={y} className={worry.early ? "stroke-signal" : "stroke-pine"} /> : <Gap x={PREVENTION} y={y} />}
            {worry.remedy ? <rect x={REMEDY - 7} y={y - 7} width="14" height="14" rx="2" className={worry.early ? "fill-signal-soft stroke-signal" : "fill-paper-deep stroke-ink-soft"} strokeWidth="1.3" strokeDasharray={worry.early ? undefined : "3 2"} /> : <path d={`M${REMEDY - 5} ${y} h10`} className="stroke-line-strong" strokeWidth="1.4" />}
            {worry.early && (
              <text x={REMEDY} y={y + 4.5} textAnchor="middle" fontSize="12" fontWeight="700" className="fill-signal">
                !
              </text>
            )}
            <line x1="2" x2="358" y1={y + 16} y2={y + 16} className="stroke-line" strokeWidth="1" />
          </g>
        );
      })}
      {worries.length === 0 && (
        <g>
          <line x1={at(0)} x2={at(4)} y1={TOP + 24} y2={TOP + 24} className="stroke-line-strong" strokeWidth="1.4" strokeDasharray="2 3" />
          {STATES.map((state, step) => (
            <circle key={state} cx={at(step)} cy={TOP + 24} r="4" className="fill-surface stroke-line-strong" strokeWidth="1.2" />
          ))}
        </g>
      )}
    </PictureFrame>
  );
}
