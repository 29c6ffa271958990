import { describe, expect, test } from "vitest";
import { bonusBars, dealShares, scaleOf } from "./bonus-parts";
import { sheetWith } from "./testing";

const deals = [
  { id: "a", deal: "甲", revenue: "1000", cost: "400", overdue: "200" },
  { id: "b", deal: "乙", revenue: "500", cost: "600", bad_debt: "500" },
];

describe("the bars of a bonus", () => {
  test("deduction lies between commission and bonus", () => {
    const { evaluation } = sheetWith("bonus-calculator", { base: "revenue", rate: "10" }, { deals });
    expect(bonusBars(evaluation)).toEqual([
      { part: "gross", amount: 150, from: 0, to: 150 },
      { part: "deduction", amount: 50, from: 100, to: 150 },
      { part: "bonus", amount: 100, from: 0, to: 100 },
      { part: "if_lost", amount: 80, from: 0, to: 80 },
    ]);
  });

  test("there are none before the bonus can be computed, and no last one when nothing is overdue", () => {
    expect(bonusBars(sheetWith("bonus-calculator", { base: "profit" }, { deals }).evaluation)).toEqual([]);
    expect(bonusBars(sheetWith("bonus-calculator", { base: "revenue", rate: "10" }, { deals: [{ id: "a", deal: "甲", revenue: "1000" }] }).evaluation).map((bar) => bar.part)).toEqual(["gross", "deduction", "bonus"]);
  });

  test("nought stays in the picture when the bonus is below it", () => {
    const { evaluation } = sheetWith("bonus-calculator", { base: "profit", rate: "10" }, { deals: [{ id: "b", deal: "乙", revenue: "500", cost: "400", bad_debt: "500" }] });
    const bars = bonusBars(evaluation);
    const scale = scaleOf(bars, 10, 110);
    expect(bars.find((bar) => bar.part === "bonus")?.amount).toBe(-40);
    expect([scale(-40), scale(0), scale(10)]).toEqual([10, 90, 110]);
  });
});

test("a deal brings profit or revenue, as the base says", () => {
  const profit = sheetWith("bonus-calculator", { base: "profit", rate: "10" }, { deals });
  expect(dealShares(profit.content, profit.evaluation).map((share) => [share.base, share.badDebt, share.overdue])).toEqual([[600, 0, 200], [-100, 500, 0]]);
  const revenue = sheetWith("bonus-calculator", { base: "revenue", rate: "10" }, { deals });
  expect(dealShares(revenue.content, revenue.evaluation).map((share) => share.base)).toEqual([1000, 500]);
});
