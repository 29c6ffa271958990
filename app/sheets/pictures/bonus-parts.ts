/** A bonus as bars: commission, what bad debt takes away, what is left, and what overdue money could still take. */
import type { SheetContent } from "../content";
import type { Evaluation } from "../evaluation";
import { computedColumn, computedNumber, numberOf, rowsOf, textOf } from "./reading";

export interface BonusBar {
  part: "gross" | "deduction" | "bonus" | "if_lost";
  /** The amount itself: the deduction is positive. */
  amount: number;
  /** Between which amounts the bar lies. */
  from: number;
  to: number;
}

/** The bars from top to bottom; none while the bonus cannot be computed. The last one only where money is overdue. */
export function bonusBars(evaluation: Evaluation): BonusBar[] {
  const [gross, deduction, bonus, lost, risk] = ["gross", "deduction", "bonus", "bonus_if_lost", "at_risk"].map((field) => computedNumber(evaluation, field));
  if (gross == null || bonus == null) return [];
  const bars: BonusBar[] = [
    { part: "gross", amount: gross, from: 0, to: gross },
    { part: "deduction", amount: deduction ?? 0, from: bonus, to: gross },
    { part: "bonus", amount: bonus, from: 0, to: bonus },
  ];
  if (lost != null && (risk ?? 0) > 0) bars.push({ part: "if_lost", amount: lost, from: 0, to: lost });
  return bars;
}

/** Where an amount stands between `left` and `right`; 0 is always inside. */
export function scaleOf(bars: readonly BonusBar[], left: number, right: number): (amount: number) => number {
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const span = most - least || 1;
  return (amount) => Math.round((left + ((amount - least) / span) * (right - left)) * 10) / 10;
}

export interface DealShare {
  id: string;
  deal: string;
  base: number | null;
  badDebt: number;
  overdue: number;
}

/** What each deal brings and takes, before the rate. */
export function dealShares(content: SheetContent, evaluation: Evaluation): DealShare[] {
  const onProfit = textOf(content.fields.base) !== "revenue";
  return rowsOf(content, "deals")
    .map((row) => ({
      id: row.id,
      deal: textOf(row.cells.deal),
      base: onProfit ? computedColumn(evaluation, "deals", row, "profit") : numberOf(row.cells.revenue),
      badDebt: numberOf(row.cells.bad_debt) ?? 0,
      overdue: numberOf(row.cells.overdue) ?? 0,
    }))
    .filter((share) => share.deal !== "" || share.base !== null);
}
