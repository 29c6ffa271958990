import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { type BonusBar, bonusBars, type DealShare, dealShares, scaleOf } from "./bonus-parts";
import { fullMoney, shortMoney } from "./format";
import { Hatched } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LEFT = 4;
const RIGHT = 356;
const ROW = 44;
const TOP = 4;
const DEAL = 30;
const MOST_DEALS = 8;

function Bar({ bar, y, scale, label, money }: { bar: BonusBar; y: number; scale: (amount: number) => number; label: string; money: string }): ReactElement {
  const [from, to] = [scale(Math.min(bar.from, bar.to)), scale(Math.max(bar.from, bar.to))];
  const box = { x: from, y: y + 19, width: Math.max(to - from, 1), height: 17 };
  return (
    <g>
      <SvgLines x={LEFT} y={y + 13} text={label} width={210} size={12} weight={bar.part === "bonus" ? 700 : 400} className={bar.part === "bonus" ? "fill-ink" : "fill-ink-soft"} />
      <text x={RIGHT} y={y + 13} textAnchor="end" fontSize="12.5" fontWeight="600" className={bar.amount < 0 || (bar.part === "deduction" && bar.amount > 0) ? "fill-signal" : "fill-ink"}>
        {money}
      </text>
      {bar.part === "deduction" ? <Hatched {...box} className="fill-signal-soft" stroke="stroke-signal" /> : <rect {...box} className={bar.part === "bonus" ? "fill-pine" : bar.part === "gross" ? "fill-pine-soft stroke-pine" : "fill-none stroke-ink-soft"} strokeWidth="1.2" strokeDasharray={bar.part === "if_lost" ? "4 3" : undefined} />}
    </g>
  );
}

/** A deal's base to the right of the middle, its bad debt hatched to the left. */
function Deal({ share, y, most, label, money }: { share: DealShare; y: number; most: number; label: string; money: string }): ReactElement {
  const middle = 150;
  const right = ((RIGHT - middle) * Math.max(share.base ?? 0, 0)) / most;
  const left = (middle - 10) * Math.min(1, (share.badDebt + Math.max(-(share.base ?? 0), 0)) / most);
  const overdue = Math.min(((RIGHT - middle) * share.overdue) / most, RIGHT - middle);
  return (
    <g>
      <SvgLines x={LEFT} y={y + 11} text={label} width={230} size={11.5} className="fill-ink" />
      <text x={RIGHT} y={y + 11} textAnchor="end" fontSize="11.5" className="fill-ink-soft">
        {money}
      </text>
      <rect x={middle} y={y + 15} width={right} height="8" className="fill-pine-soft stroke-pine" strokeWidth="1" />
      {overdue > 0 && <rect x={middle} y={y + 15} width={overdue} height="8" className="fill-none stroke-signal" strokeWidth="1.2" strokeDasharray="3 2" />}
      <Hatched x={middle - left} y={y + 15} width={left} height={8} gap={4} className="fill-signal-soft" stroke="stroke-signal" />
    </g>
  );
}

/** How the bonus comes about, and which deals bring and cost it. Amounts to the cent stand in the table. */
export function BonusBars({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const bars = bonusBars(evaluation);
  const shares = dealShares(content, evaluation);
  const shown = shares.slice(0, MOST_DEALS);
  const most = Math.max(1, ...shares.map((share) => Math.abs(share.base ?? 0)));
  const scale = scaleOf(bars, LEFT, RIGHT);
  const top = TOP + Math.max(bars.length, 1) * ROW + 12;
  const field = (part: BonusBar["part"]): string => labelOf(definition, null, part === "if_lost" ? "bonus_if_lost" : part, locale);
  const sign = (bar: BonusBar): string => (bar.part === "deduction" && bar.amount > 0 ? `−${fullMoney(bar.amount, locale, currency)}` : fullMoney(bar.amount, locale, currency));
  const bonus = bars.find((bar) => bar.part === "bonus");
  const lost = bars.find((bar) => bar.part === "if_lost");
  const notes = bonus === undefined ? [t("bonusBars.empty")] : [...(lost ? [t("bonusBars.atRisk", { money: fullMoney(bonus.amount - lost.amount, locale, currency) })] : []), ...(shares.length > MOST_DEALS ? [t("bonusBars.more", { count: shares.length - MOST_DEALS })] : [])];
  return (
    <PictureFrame
      title={t("bonusBars.title")}
      height={shown.length === 0 ? top : top + 22 + shown.length * DEAL}
      notes={notes}
      table={{
        head: [t("bonusBars.part"), t("bonusBars.amount"), labelOf(definition, "deals", "bad_debt", locale), labelOf(definition, "deals", "overdue", locale)],
        rows: [...bars.map((bar) => [field(bar.part), sign(bar), "", ""]), ...shares.map((share) => [share.deal, share.base === null ? "" : fullMoney(share.base, locale, currency), fullMoney(share.badDebt, locale, currency), fullMoney(share.overdue, locale, currency)])],
        numbers: [1, 2, 3],
      }}
    >
      {bars.map((bar, at) => (
        <Bar key={bar.part} bar={bar} y={TOP + at * ROW} scale={scale} label={field(bar.part)} money={sign(bar)} />
      ))}
      {bars.length === 0 && (
        <g>
          <rect x={LEFT} y={TOP + 19} width={RIGHT - LEFT} height="17" className="fill-none stroke-line-strong" strokeWidth="1.2" strokeDasharray="4 3" />
          <SvgLines x={LEFT} y={TOP + 13} text={field("bonus")} width={300} size={12} className="fill-ink-soft" />
        </g>
      )}
      {shown.length > 0 && <SvgLines x={LEFT} y={top + 10} text={t("bonusBars.deals")} width={350} size={12} weight={700} className="fill-pine" />}
      {shown.map((share, at) => (
        <Deal key={share.id} share={share} y={top + 20 + at * DEAL} most={most} label={share.deal} money={share.base === null ? "?" : shortMoney(share.base, locale, currency)} />
      ))}
      {shown.length > 0 && <line x1="150" x2="150" y1={top + 20} y2={top + 20 + shown.length * DEAL - 4} className="stroke-ink-soft" strokeWidth="1" />}
    </PictureFrame>
  );
}
