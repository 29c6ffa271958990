import { describe, expect, test } from "vitest";
import { benchmarkOf, flips, leadAt, priceScore, tenderView, totals, type Bid, type TenderRules } from "./tender-model";

const LOWEST: TenderRules = { formula: "lowest", weight: 35, cut: 0, perAbove: 0, perBelow: 0 };
const AVERAGE: TenderRules = { formula: "average", weight: 30, cut: 0.05, perAbove: 1, perBelow: 0.5 };
const BIDS: Bid[] = [
  { id: "us", us: true, quality: 59, price: 2_600_000 },
  { id: "y", us: false, quality: 54.5, price: 2_280_000 },
  { id: "q", us: false, quality: 47, price: 1_980_000 },
];

describe("lowest price as benchmark", () => {
  test("scores by hand: 35 × 1.98 ÷ 2.6 = 26.6538, 35 × 1.98 ÷ 2.28 = 30.3947, 35", () => {
    const [us, y, q] = totals(BIDS, LOWEST);
    expect(us).toBeCloseTo(59 + 26.6538, 4);
    expect(y).toBeCloseTo(54.5 + 30.3947, 4);
    expect(q).toBe(82);
  });

  test("the flip is where the closed form has it: lowest × points ÷ (best rival's total − our quality)", () => {
    const best = 54.5 + (35 * 1_980_000) / 2_280_000;
    const expected = (1_980_000 * 35) / (best - 59);
    const found = flips(BIDS, LOWEST, 1_000_000, 3_500_000);
    expect(found).toHaveLength(1);
    expect(found[0]!.firstBelow).toBe(true);
    expect(found[0]!.price).toBeCloseTo(expected, 2);
  });

  test.each([50, 52, 54, 56, 58, 60, 61])("the closed form holds for a quality of %d, also where we become the benchmark", (quality) => {
    const bids = BIDS.map((bid) => (bid.us ? { ...bid, quality } : bid));
    const rivals = bids.filter((bid) => !bid.us);
    const low = Math.min(...rivals.map((bid) => bid.price));
    const need = Math.max(...rivals.map((bid) => bid.quality + (35 * low) / bid.price)) - quality;
    // Above the rivals' lowest price our score is 35 × low ÷ p; below it we are the benchmark and pull the others down.
    const closed = need <= 35 ? (35 * low) / need : Math.min(...rivals.map((bid) => (bid.price * (quality + 35 - bid.quality)) / 35));
    const [first] = flips(bids, LOWEST, 200_000, 20_000_000);
    expect(first!.price).toBeCloseTo(closed, 2);
  });

  test("who is far ahead in quality stays first at any price", () => {
    expect(flips(BIDS.map((bid) => (bid.us ? { ...bid, quality: 90 } : bid)), LOWEST, 1_000_000, 3_500_000)).toEqual([]);
  });
});

describe("average as benchmark", () => {
  test("by hand: mean 2,286,666.67 less 5 % is 2,172,333.33; 1 % above costs 1 point, 1 % below half a point", () => {
    const benchmark = benchmarkOf(BIDS.map((bid) => bid.price), AVERAGE);
    expect(benchmark).toBeCloseTo(2_172_333.333, 2);
    expect(priceScore(benchmark * 1.1, benchmark, AVERAGE)).toBeCloseTo(20, 9);
    expect(priceScore(benchmark * 0.9, benchmark, AVERAGE)).toBeCloseTo(25, 9);
    expect(priceScore(benchmark * 3, benchmark, AVERAGE)).toBe(0);
  });

  test("there can be a window of prices in which we are first: too low loses as well as too high", () => {
    const bids: Bid[] = [
      { id: "us", us: true, quality: 50, price: 100 },
      { id: "a", us: false, quality: 50, price: 98 },
      { id: "b", us: false, quality: 46, price: 104 },
    ];
    const rules: TenderRules = { formula: "average", weight: 40, cut: 0, perAbove: 1, perBelow: 1 };
    const found = flips(bids, rules, 40, 160);
    expect(found.length).toBeGreaterThanOrEqual(2);
    for (const { price } of found) expect(Math.abs(leadAt(price, bids, rules))).toBeLessThan(0.001);
    expect(found[0]!.firstBelow).toBe(false);
  });
});

test("there is no view without ourselves, without rules or with prices missing", () => {
  expect(tenderView(BIDS.slice(1), LOWEST)).toBeNull();
  expect(tenderView(BIDS, null)).toBeNull();
  expect(tenderView(BIDS.map((bid) => ({ ...bid, price: 0 })), LOWEST)).toBeNull();
  expect(tenderView(BIDS, LOWEST)!.lead).toBeCloseTo(0.7591, 4);
});
