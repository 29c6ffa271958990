import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { shortMoney, shortPercent } from "./format";
import { PictureFrame } from "./PictureFrame";
import { computedColumn, computedNumber, numberOf, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { textWidth } from "./text-fit";
import type { PictureProps } from "./types";
import { benefitCushion, presentValue, swings, type Step, type Swing, type ValueInputs, waterfall } from "./value-model";

const LABEL = 122;
const BARS = { left: LABEL + 8, right: 358 } as const;
const LINE = 32;
const FILL = { benefit: "fill-pine-soft stroke-pine", cost: "fill-mist-soft stroke-mist", net: "fill-pine stroke-pine" } as const;

function inputsOf({ content, evaluation }: PictureProps): ValueInputs {
  return {
    points: rowsOf(content, "points").flatMap((row) => {
      const yearly = computedColumn(evaluation, "points", row, "expected");
      return yearly === null ? [] : [{ id: row.id, label: textOf(row.cells.pain), yearly }];
    }),
    oneOff: computedNumber(evaluation, "invest") ?? 0,
    running: computedNumber(evaluation, "running") ?? 0,
    years: numberOf(content.fields.horizon) ?? 0,
    rate: (numberOf(content.fields.discount) ?? 0) / 100,
  };
}

/** What the years bring and cost, who gets how much, and how far the result hangs on each figure. */
export function ValueWaterfall(props: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const { evaluation, locale, currency } = props;
  const inputs = inputsOf(props);
  const money = (amount: number): string => shortMoney(amount, locale, currency);
  const names = { oneOff: t("valueWaterfall.oneOff"), running: t("valueWaterfall.running"), net: t("valueWaterfall.net"), rate: t("valueWaterfall.rate") };
  const steps = inputs.years > 0 ? waterfall(inputs, names) : [];
  const moves = inputs.years > 0 && inputs.points.length > 0 ? swings(inputs, names) : [];
  const customer = computedNumber(evaluation, "gain_customer");
  const ours = computedNumber(evaluation, "gain_ours");
  const cushion = benefitCushion(inputs);
  const sharesTop = 30 + Math.max(1, steps.length) * LINE + 26;
  const shares = customer !== null && ours !== null && customer > 0 && ours > 0;
  const tornadoTop = sharesTop + (shares ? 64 : 0) + 8;
  const notes =
    steps.length === 0
      ? [t("valueWaterfall.none")]
      : [cushion === null ? t("valueWaterfall.below") : t("valueWaterfall.cushion", { share: shortPercent(cushion, locale, 0) })];

  return (
    <PictureFrame
      title={t("valueWaterfall.title")}
      height={moves.length === 0 ? tornadoTop : tornadoTop + 50 + moves.length * LINE + 8}
      notes={notes}
      table={{
        head: [t("valueWaterfall.item"), t("valueWaterfall.overYears", { years: inputs.years }), t("valueWaterfall.npvLow"), t("valueWaterfall.npvHigh")],
        rows: [...steps.map((step) => [step.label, money(step.amount), ...swingCells(moves.find((move) => move.id === step.id), money)]), ...moves.filter((move) => move.id === "rate").map((move) => [move.label, "", money(move.low), money(move.high)])],
        numbers: [1, 2, 3],
      }}
    >
      <text x="2" y="16" fontSize="12.5" fontWeight="600" className="fill-ink">
        {steps.length === 0 ? t("valueWaterfall.empty") : t("valueWaterfall.overYears", { years: inputs.years })}
      </text>
      <Waterfall steps={steps} money={money} />
      {shares && (
        <g>
          <text x="2" y={sharesTop} fontSize="12.5" fontWeight="600" className="fill-ink">
            {t("valueWaterfall.shares")}
          </text>
          <rect x="2" y={sharesTop + 9} width={(356 * customer) / (customer + ours)} height="22" className="fill-pine stroke-pine" strokeWidth="1" />
          <rect x={2 + (356 * customer) / (customer + ours)} y={sharesTop + 9} width={(356 * ours) / (customer + ours)} height="22" className="fill-surface stroke-pine" strokeWidth="1" strokeDasharray="4 3" />
          <text x="2" y={sharesTop + 46} fontSize="12" className="fill-ink">
            {`${t("valueWaterfall.customer")} ${money(customer)} · ${shortPercent(customer / (customer + ours), locale, 0)}`}
          </text>
          <text x="358" y={sharesTop + 46} textAnchor="end" fontSize="12" className="fill-ink">
            {`${t("valueWaterfall.us")} ${money(ours)}`}
          </text>
        </g>
      )}
      {moves.length > 0 && <Tornado moves={moves} base={presentValue(inputs)} top={tornadoTop} heading={t("valueWaterfall.tornado")} money={money} />}
    </PictureFrame>
  );
}

function swingCells(move: Swing | undefined, money: (amount: number) => string): [string, string] {
  return move === undefined ? ["", ""] : [money(move.low), money(move.high)];
}

function Waterfall({ steps, money }: { steps: readonly Step[]; money: (amount: number) => string }): ReactElement {
  const low = Math.min(0, ...steps.map((step) => Math.min(step.from, step.to)));
  const high = Math.max(1, ...steps.map((step) => Math.max(step.from, step.to)));
  const x = (amount: number): number => BARS.left + ((amount - low) / (high - low)) * (BARS.right - BARS.left);
  return (
    <g>
      <line x1={x(0)} x2={x(0)} y1="26" y2={30 + Math.max(1, steps.length) * LINE} className="stroke-ink-soft" strokeWidth="1.2" />
      {steps.map((step, at) => {
        const y = 30 + at * LINE;
        const [from, to] = [x(Math.min(step.from, step.to)), x(Math.max(step.from, step.to))];
        const negative = step.kind === "net" && step.amount < 0;
        const text = money(step.amount).replace("-", "−");
        const room = textWidth(text, 13) + 8;
        const outside = to + room < BARS.right ? { x: to + 5, anchor: "start" as const } : { x: from - 5, anchor: "end" as const };
        const inside = to - from > room;
        return (
          <g key={step.id}>
            <SvgLines x={2} y={y + 13} text={step.label} width={LABEL} size={12} maxLines={2} leading={14} weight={step.kind === "net" ? 700 : 400} />
            <rect x={from} y={y + 3} width={Math.max(1.5, to - from)} height={LINE - 9} className={negative ? "fill-signal-soft stroke-signal" : FILL[step.kind]} strokeWidth="1.1" strokeDasharray={step.kind === "cost" ? "4 3" : undefined} />
            {at < steps.length - 2 && <line x1={x(step.to)} x2={x(step.to)} y1={y + LINE - 6} y2={y + LINE + 3} className="stroke-line-strong" strokeWidth="1" />}
            <text x={inside ? (from + to) / 2 : outside.x} y={y + 19} textAnchor={inside ? "middle" : outside.anchor} fontSize="12" fontWeight="600" className={inside && step.kind === "net" && !negative ? "fill-on-pine" : "fill-ink"}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface TornadoProps {
  moves: readonly Swing[];
  base: number;
  top: number;
  heading: string;
  money: (amount: number) => string;
}

/** How far the net present value moves with each figure; what lies left of the zero line does not pay. */
function Tornado({ moves, base, top, heading, money }: TornadoProps): ReactElement {
  const low = Math.min(0, base, ...moves.flatMap((move) => [move.low, move.high]));
  const high = Math.max(0, base, ...moves.flatMap((move) => [move.low, move.high]));
  const x = (amount: number): number => BARS.left + 6 + ((amount - low) / (high - low || 1)) * (BARS.right - BARS.left - 12);
  const first = top + 50;
  const bottom = first + moves.length * LINE;
  return (
    <g>
      <SvgLines x={2} y={top + 12} text={heading} width={354} size={12.5} weight={600} maxLines={2} leading={16} />
      <text x={Math.min(BARS.right - 30, Math.max(BARS.left + 30, x(base)))} y={top + 44} textAnchor="middle" fontSize="12" fontWeight="600" className="fill-pine">
        {money(base).replace("-", "−")}
      </text>
      {moves.map((move, at) => {
        const y = first + at * LINE;
        const lowerX = x(Math.min(move.low, move.high));
        const upperX = x(Math.max(move.low, move.high));
        return (
          <g key={move.id}>
            <SvgLines x={2} y={y + 13} text={move.label} width={LABEL} size={12} maxLines={2} leading={14} />
            <rect x={lowerX} y={y + 5} width={Math.max(0.5, x(base) - lowerX)} height={LINE - 13} className="fill-mist-soft stroke-mist" strokeWidth="1" />
            <rect x={x(base)} y={y + 5} width={Math.max(0.5, upperX - x(base))} height={LINE - 13} className="fill-pine-soft stroke-pine" strokeWidth="1" />
          </g>
        );
      })}
      <line x1={x(base)} x2={x(base)} y1={first} y2={bottom} className="stroke-pine" strokeWidth="1.6" />
      <line x1={x(0)} x2={x(0)} y1={first} y2={bottom} className="stroke-signal" strokeWidth="1.4" strokeDasharray="4 3" />
      <text x={x(0)} y={bottom + 6} textAnchor="middle" fontSize="11.5" className="fill-signal">
        0
      </text>
    </g>
  );
}
