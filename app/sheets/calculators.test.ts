/** The calculators of chapters 5 and 6 against calculations by hand; the working stands beside each figure. */
import { describe, expect, test } from "vitest";
import type { CellValue, SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { evaluate } from "./evaluate";
import type { Evaluation } from "./evaluation";
import { exampleContent } from "./example-content";
import { flips, type Bid } from "./pictures/tender-model";
import { readDefinitions } from "./read-definitions.server";

const TODAY = "2026-11-28";
const definitions = new Map((await readDefinitions("content")).flatMap(({ value }) => (value === undefined ? [] : [[value.key, value] as const])));
const valueProposal = definitions.get("value-proposal")!;
const tenderSimulator = definitions.get("tender-simulator")!;

function evaluated(definition: SheetDefinition, content: SheetContent): Evaluation {
  return evaluate(definition, content, { locale: "zh", today: TODAY, currency: "CNY" });
}

function number(evaluation: Evaluation, address: string): number {
  const computed = evaluation.computed[address];
  if (computed === undefined || !("value" in computed)) throw new Error(`${address} is not computed: ${JSON.stringify(evaluation.problems[address])}`);
  return Number(computed.value);
}

type Cells = Record<string, CellValue>;
function sheet(fields: Cells, tables: Record<string, Cells[]>): SheetContent {
  return { fields, tables: Object.fromEntries(Object.entries(tables).map(([id, rows]) => [id, rows.map((cells, at) => ({ id: `r${at + 1}`, order: `a${at}`, cells }))])) };
}

/** A point that is worth `yearly` a year for certain: baseline in money a month, all of it saved, twelve times. */
const certain = (monthly: number): Cells => ({ pain: "p", baseline: { value: String(monthly), unit: "CNY/month" }, improvement: "100", volume: { value: "12", unit: "month/year" }, source: "客户账单", confidence: "100" });

describe("value proposal: the example by hand", () => {
  const evaluation = evaluated(valueProposal, exampleContent(valueProposal, "zh", TODAY));

  test("one value point: 620 kWh/t × 9 % × 30,000 t × 0.72 CNY/kWh = 1,205,280 a year, at 85 % 1,024,488", () => {
    expect(evaluation.computed["points/v1/yearly"]).toEqual({ value: "1205280", unit: "CNY/year" });
    expect(evaluation.computed["points/v1/expected"]).toEqual({ value: "1024488", unit: "CNY/year" });
  });

  test("all four: 1,024,488 + 57,600 + 29,484 + 15,552 = 1,127,124; less 60,000 + 20,000 running = 1,047,124", () => {
    // 4 h × 25 % × 12 × 8,000 × 60 % = 57,600 · 60 h × 70 % × 12 × 65 × 90 % = 29,484 · 40 × 30 % × 12 × 180 × 60 % = 15,552
    expect(number(evaluation, "benefit")).toBe(1_127_124);
    expect(number(evaluation, "running")).toBe(80_000);
    expect(number(evaluation, "net")).toBe(1_047_124);
    expect(number(evaluation, "invest")).toBe(2_680_000);
  });

  test("payback: 2,680,000 ÷ 1,047,124 = 2.5594 years", () => {
    expect(number(evaluation, "payback_years")).toBeCloseTo(2.559391, 6);
  });

  test("net present value: 1,047,124 × annuity(8 %, 8 years) 5.746638944 − 2,680,000 = 3,337,443.56", () => {
    expect(number(evaluation, "npv_total")).toBeCloseTo(3_337_443.56, 2);
  });

  test("return on investment: (1,047,124 × 8 − 2,680,000) ÷ (2,680,000 + 80,000 × 8) = 5,696,992 ÷ 3,320,000 = 171.6 %", () => {
    expect(number(evaluation, "roi")).toBeCloseTo(1.7159614, 6);
    expect(evaluation.computed["ratio"]).toBeUndefined();
  });

  test("internal rate of return: 35.667 %, where eight years' benefits are worth the outlay", () => {
    const rate = number(evaluation, "irr_rate");
    expect(rate).toBeCloseTo(0.356672, 6);
    expect((1_047_124 * (1 - (1 + rate) ** -8)) / rate).toBeCloseTo(2_680_000, 3);
  });

  test("shares: ours 2,600,000 + 60,000 × 8 = 3,080,000; the customer's 5,696,992, which is 64.9 %", () => {
    expect(number(evaluation, "gain_ours")).toBe(3_080_000);
    expect(number(evaluation, "gain_customer")).toBe(5_696_992);
    expect(number(evaluation, "customer_share")).toBeCloseTo(0.6490825, 7);
  });
});

describe("value proposal: closed forms", () => {
  test("1,000 out, 400 back in each of 3 years at 10 %: NPV −5.26, IRR 9.70 %, payback 2.5 years", () => {
    // 400 × (1 ÷ 1.1 + 1 ÷ 1.21 + 1 ÷ 1.331) = 994.7408
    const content = sheet({ booking: "asset", horizon: "3", discount: "10" }, { points: [{ ...certain(0), baseline: { value: "400", unit: "CNY/month" }, volume: { value: "1", unit: "month/year" } }], costs: [{ item: "c", payee: "us", one_off: "1000" }] });
    const evaluation = evaluated(valueProposal, content);
    expect(number(evaluation, "npv_total")).toBeCloseTo(-5.2592, 4);
    expect(number(evaluation, "irr_rate")).toBeCloseTo(0.0970, 4);
    expect(number(evaluation, "payback_years")).toBe(2.5);
    expect(number(evaluation, "roi")).toBeCloseTo(0.2, 12);
  });

  test("a service booked as an expense: 660,000 out of 200,000 a year is a ratio of 3.3, and there is no return on investment", () => {
    const content = sheet({ booking: "expense", horizon: "3", discount: "8" }, { points: [certain(50_000), { ...certain(10_000), confidence: "50" }], costs: [{ item: "年费", payee: "us", per_year: "180000" }, { item: "配合人工", payee: "others", per_year: "20000" }] });
    const evaluation = evaluated(valueProposal, content);
    // 50,000 × 12 + 10,000 × 12 × 50 %
    expect(number(evaluation, "benefit")).toBe(660_000);
    expect(number(evaluation, "ratio")).toBe(3.3);
    for (const field of ["roi", "payback_years", "irr_rate"]) expect(evaluation.computed[field]).toBeUndefined();
    expect(number(evaluation, "gain_ours")).toBe(540_000);
    expect(number(evaluation, "gain_customer")).toBe(1_380_000);
  });

  test("for any figures: NPV is 0 at the IRR, and benefits are what customer, we and others get", () => {
    let seed = 7;
    const next = (low: number, high: number): number => {
      seed = (seed * 48271) % 2147483647;
      return low + (seed % (high - low + 1));
    };
    for (let round = 0; round < 60; round++) {
      const [monthly, years, oneOff, perYear, others] = [next(2, 90) * 1000, next(1, 15), next(10, 900) * 1000, next(0, 20) * 1000, next(0, 60) * 1000];
      const net = monthly * 12 - perYear;
      if (net <= 0) continue;
      const at = (discount: string): Evaluation => evaluated(valueProposal, sheet({ booking: "asset", horizon: String(years), discount }, { points: [certain(monthly)], costs: [{ item: "a", payee: "us", one_off: String(oneOff), per_year: String(perYear) }, { item: "b", payee: "others", one_off: String(others) }] }));
      const evaluation = at("8");
      expect(number(evaluation, "gain_customer") + number(evaluation, "gain_ours") + others).toBeCloseTo(monthly * 12 * years, 4);
      const rate = number(evaluation, "irr_rate");
      const factor = rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
      expect(Math.abs(net * factor - oneOff - others)).toBeLessThan(0.01 * (oneOff + others) * 1e-6 + 0.01);
      expect(number(at("0"), "npv_total")).toBeCloseTo(net * years - oneOff - others, 4);
    }
  });

  test("units that do not cancel are said at the cell, and nothing is added up from them", () => {
    const content = sheet({ booking: "asset", horizon: "5", discount: "8" }, { points: [{ ...certain(1), baseline: { value: "620", unit: "kWh/t" }, volume: { value: "12", unit: "month/year" }, unit_value: { value: "0.72", unit: "CNY/kWh" } }], costs: [{ item: "c", payee: "us", one_off: "1000" }] });
    const evaluation = evaluated(valueProposal, content);
    expect(evaluation.problems["points/r1/yearly"]?.code).toBe("unit-mismatch");
    expect(evaluation.computed["benefit"]).toBeUndefined();
  });
});

describe("tender simulator: lowest price as benchmark (lowest ÷ bid × points)", () => {
  const example = exampleContent(tenderSimulator, "zh", TODAY);
  const evaluation = evaluated(tenderSimulator, example);

  test("by hand: 1.98 ÷ 2.60 × 35 = 26.65, 1.98 ÷ 2.28 × 35 = 30.39, 35; totals 85.65, 84.89, 82", () => {
    expect(number(evaluation, "benchmark")).toBe(1_980_000);
    expect(["b1", "b2", "b3"].map((row) => number(evaluation, `bids/${row}/price_score`))).toEqual([expect.closeTo(26.653846, 6), expect.closeTo(30.394737, 6), 35]);
    expect(["b1", "b2", "b3"].map((row) => number(evaluation, `bids/${row}/total`))).toEqual([expect.closeTo(85.653846, 6), expect.closeTo(84.894737, 6), 82]);
    expect(["b1", "b2", "b3"].map((row) => number(evaluation, `bids/${row}/place`))).toEqual([1, 2, 3]);
  });

  test("it flips at 1,980,000 × 35 ÷ (84.894737 − 59) = 2,676,219.51: there both have the same total", () => {
    const bids: Bid[] = [{ id: "b1", us: true, quality: 59, price: 2_600_000 }, { id: "b2", us: false, quality: 54.5, price: 2_280_000 }, { id: "b3", us: false, quality: 47, price: 1_980_000 }];
    const [flip] = flips(bids, { formula: "lowest", weight: 35, cut: 0, perAbove: 0, perBelow: 0 }, 1_500_000, 3_500_000);
    expect(flip!.price).toBeCloseTo((1_980_000 * 35) / (54.5 + (35 * 1_980_000) / 2_280_000 - 59), 2);
    const at = (price: number): Evaluation => evaluated(tenderSimulator, { ...example, tables: { bids: example.tables["bids"]!.map((row) => (row.id === "b1" ? { ...row, cells: { ...row.cells, price: price.toFixed(2) } } : row)) } });
    expect(number(at(flip!.price - 1), "bids/b1/place")).toBe(1);
    expect(number(at(flip!.price + 1), "bids/b1/place")).toBe(2);
    expect(number(at(flip!.price), "bids/b1/total")).toBeCloseTo(number(at(flip!.price), "bids/b2/total"), 4);
  });
});

describe("tender simulator: average price as benchmark", () => {
  const bid = (bidder: string, quality: number, price: number): Cells => ({ bidder, commercial: "0", technical: String(quality), price: String(price) });
  const rules = { w_commercial: "10", w_technical: "60", w_price: "30", method: "average", per_above: "1", per_below: "0.5" };

  test("by hand: mean of 90, 100, 110 is 100; 10 % above costs 10 points, 10 % below 5", () => {
    const evaluation = evaluated(tenderSimulator, sheet(rules, { bids: [bid("甲", 50, 90), bid("乙", 45, 100), bid("丙", 55, 110)] }));
    expect(number(evaluation, "benchmark")).toBe(100);
    expect(["r1", "r2", "r3"].map((row) => number(evaluation, `bids/${row}/price_score`))).toEqual([25, 30, 20]);
    // 75, 75, 75: three first places.
    expect(["r1", "r2", "r3"].map((row) => number(evaluation, `bids/${row}/place`))).toEqual([1, 1, 1]);
  });

  test("a benchmark 5 % below the mean: 95; the bid of 110 is 15.789 % above and loses as many points; none go below 0", () => {
    const evaluation = evaluated(tenderSimulator, sheet({ ...rules, cut: "5" }, { bids: [bid("甲", 50, 90), bid("乙", 45, 100), bid("丙", 55, 110)] }));
    expect(number(evaluation, "benchmark")).toBe(95);
    expect(number(evaluation, "bids/r3/price_score")).toBeCloseTo(30 - 15.789474, 6);
    expect(number(evaluation, "bids/r1/price_score")).toBeCloseTo(30 - 0.5 * 5.263158, 6);
    const dear = evaluated(tenderSimulator, sheet(rules, { bids: [bid("甲", 50, 90), bid("乙", 45, 100), bid("丙", 55, 500)] }));
    expect(number(dear, "bids/r3/price_score")).toBe(0);
  });
});
