/**
 * A tender's scores as the simulator's formulas compute them, for prices that nobody has bid yet: where the ranking flips.
 * Plain numbers suffice here: flips are shown rounded; the scores of the sheet itself are exact (`app/sheets/evaluate`).
 */

export type PriceFormula = "lowest" | "average";

export interface TenderRules {
  formula: PriceFormula;
  /** Points for the price. */
  weight: number;
  /** Average: benchmark = mean × (1 − cut), a fraction. */
  cut: number;
  /** Average: points off for each 1 % above and below the benchmark. */
  perAbove: number;
  perBelow: number;
}

export interface Bid {
  id: string;
  us: boolean;
  /** Commercial and technical points. */
  quality: number;
  price: number;
}

export interface Flip {
  price: number;
  /** Whether we are first just below this price. */
  firstBelow: boolean;
}

/** The price against which bids are measured. */
export function benchmarkOf(prices: readonly number[], rules: TenderRules): number {
  if (rules.formula === "lowest") return Math.min(...prices);
  return (prices.reduce((sum, price) => sum + price, 0) / prices.length) * (1 - rules.cut);
}

/** Points for a price; none below 0. */
export function priceScore(price: number, benchmark: number, rules: TenderRules): number {
  if (rules.formula === "lowest") return (rules.weight * benchmark) / price;
  const percentOff = 100 * (price / benchmark - 1);
  return Math.max(0, rules.weight - (percentOff > 0 ? rules.perAbove * percentOff : rules.perBelow * -percentOff));
}

/** Everybody's total, in the order of the bids. */
export function totals(bids: readonly Bid[], rules: TenderRules): number[] {
  const benchmark = benchmarkOf(bids.map((bid) => bid.price), rules);
  return bids.map((bid) => bid.quality + priceScore(bid.price, benchmark, rules));
}

/** How far we are ahead of the best rival if we bid `price`; negative when behind. */
export function leadAt(price: number, bids: readonly Bid[], rules: TenderRules): number {
  const moved = bids.map((bid) => (bid.us ? { ...bid, price } : bid));
  const scores = totals(moved, rules);
  const ours = scores[moved.findIndex((bid) => bid.us)] ?? 0;
  return ours - Math.max(...scores.filter((_, at) => !moved[at]?.us));
}

const STEPS = 4000;

/**
 * The prices between `from` and `to` at which we gain or lose the first place when only our price moves, in rising order. Scores
 * change smoothly with the price, so each change of sign between two of many closely spaced prices is narrowed down by halving.
 */
export function flips(bids: readonly Bid[], rules: TenderRules, from: number, to: number): Flip[] {
  const found: Flip[] = [];
  const step = (to - from) / STEPS;
  let before = leadAt(from, bids, rules) >= 0;
  for (let at = 1; at <= STEPS; at++) {
    const price = from + at * step;
    const now = leadAt(price, bids, rules) >= 0;
    if (now !== before) found.push({ price: narrowed(price - step, price, before, bids, rules), firstBelow: before });
    before = now;
  }
  return found;
}

function narrowed(from: number, to: number, firstAtFrom: boolean, bids: readonly Bid[], rules: TenderRules): number {
  let [low, high] = [from, to];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (leadAt(middle, bids, rules) >= 0 === firstAtFrom) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What the picture needs of a tender: who is where, and where it flips. Null until there are rules, ourselves and a rival. */
export function tenderView(bids: readonly Bid[], rules: TenderRules | null): { flips: Flip[]; from: number; to: number; lead: number } | null {
  const ours = bids.find((bid) => bid.us);
  if (rules === null || ours === undefined || bids.filter((bid) => bid.us).length !== 1 || bids.length < 2 || bids.some((bid) => bid.price <= 0)) return null;
  const prices = bids.map((bid) => bid.price);
  const from = Math.min(...prices) * 0.5;
  const to = Math.max(...prices) * 1.4;
  return { flips: flips(bids, rules, from, to), from, to, lead: leadAt(ours.price, bids, rules) };
}
