/** Bonus, ageing, conversion and payments of the sheets of chapters 10 and 11, worked by hand. */
import { describe, expect, test } from "vitest";
import { sheetWith } from "./pictures/testing";

type Cells = Parameters<typeof sheetWith>[1];
type Tables = Parameters<typeof sheetWith>[2];

const computed = (key: string, fields: Cells, tables: Tables): Record<string, string | undefined> => {
  const { evaluation } = sheetWith(key, fields, tables);
  expect(Object.entries(evaluation.problems).filter(([, problem]) => problem.code !== "needs-value")).toEqual([]);
  return Object.fromEntries(Object.entries(evaluation.computed).map(([address, result]) => [address, "value" in result ? result.value : "text" in result ? result.text : String(result.flag)]));
};

describe("bonus = base × rate − bad debt × rate, to the cent", () => {
  const deals = [
    { id: "a", deal: "甲", revenue: "1680000", cost: "1193600.40" },
    { id: "b", deal: "乙", revenue: "187200", cost: "96415.75" },
    { id: "c", deal: "丙", revenue: "320000", cost: "241880", overdue: "96000" },
    { id: "d", deal: "丁", revenue: "58000", cost: "43150.30", bad_debt: "58000" },
  ];

  // Profit 486,399.60 + 90,784.25 + 78,120.00 + 14,849.70 = 670,153.55; × 6.5 % = 43,559.98075; 58,000 × 6.5 % = 3,770.
  test("on profit", () => {
    expect(computed("bonus-calculator", { base: "profit", rate: "6.5" }, { deals })).toMatchObject({ base_total: "670153.55", gross: "43559.98", bad_total: "58000", deduction: "3770", bonus: "39789.98", at_risk: "96000", bonus_if_lost: "33549.98" });
  });

  // Revenue 2,245,200 × 1.35 % = 30,310.20; 58,000 × 1.35 % = 783.
  test("on revenue", () => {
    expect(computed("bonus-calculator", { base: "revenue", rate: "1.35" }, { deals })).toMatchObject({ base_total: "2245200", gross: "30310.2", deduction: "783", bonus: "29527.2" });
  });

  // 0.1 + 0.2 is 0.30000000000000004 in floats; 1,000,000.10 + 0.20 = 1,000,000.30, × 50 % = 500,000.15 exactly.
  test("cents are exact, not floats", () => {
    expect(computed("bonus-calculator", { base: "revenue", rate: "50" }, { deals: [{ id: "a", deal: "甲", revenue: "1000000.10" }, { id: "b", deal: "乙", revenue: "0.20" }] })).toMatchObject({ base_total: "1000000.3", bonus: "500000.15" });
  });

  // Each line is rounded half up, so that the lines shown add up: 0.05 × 10 % = 0.005 → 0.01; 0.04 × 10 % = 0.004 → 0.
  test("every line is rounded to the cent and the lines add up", () => {
    expect(computed("bonus-calculator", { base: "revenue", rate: "10" }, { deals: [{ id: "a", deal: "甲", revenue: "0.05", bad_debt: "0.04" }] })).toMatchObject({ gross: "0.01", deduction: "0", bonus: "0.01" });
  });

  // 100 × 8 % = 8; 130,000 × 8 % = 10,400.
  test("bad debt can eat the whole commission", () => {
    expect(computed("bonus-calculator", { base: "revenue", rate: "8" }, { deals: [{ id: "a", deal: "甲", revenue: "100" }, { id: "b", deal: "乙", revenue: "130000", bad_debt: "130000" }] })).toMatchObject({ gross: "10408", deduction: "10400", bonus: "8" });
  });

  test("without a base there is no bonus", () => {
    expect(computed("bonus-calculator", { rate: "8" }, { deals })["bonus"]).toBeUndefined();
  });
});

describe("ageing on 28 November 2026", () => {
  // October has 31 days, so 29 October is 30 days ago and 28 October 31; 29 September is 60, 30 August 90, 29 August 91 days ago.
  const invoices = [
    { id: "ahead", amount: "1", due: "2026-11-29" },
    { id: "today", amount: "2", due: "2026-11-28" },
    { id: "one", amount: "4", due: "2026-11-27" },
    { id: "thirty", amount: "8", due: "2026-10-29" },
    { id: "thirty_one", amount: "16", due: "2026-10-28" },
    { id: "sixty", amount: "32", due: "2026-09-29" },
    { id: "sixty_one", amount: "64", due: "2026-09-28" },
    { id: "ninety", amount: "128", due: "2026-08-30" },
    { id: "over", amount: "256.55", paid: "0.55", due: "2026-08-29" },
  ];
  const result = computed("receivables-dunning", {}, { invoices });

  test("days are counted over the ends of months", () => {
    expect(invoices.map(({ id }) => result[`invoices/${id}/overdue`])).toEqual(["-1", "0", "1", "30", "31", "60", "61", "90", "91"]);
    expect(invoices.map(({ id }) => result[`invoices/${id}/bucket`])).toEqual(["0", "0", "1–30", "1–30", "31–60", "31–60", "61–90", "61–90", "90+"]);
  });

  test("every open amount lies in exactly one bucket", () => {
    expect(result).toMatchObject({ not_due: "3", due_30: "12", due_60: "48", due_90: "192", due_over: "256", total: "511" });
    // (511 − 3) ÷ 511
    expect(Number(result["overdue_share"])).toBeCloseTo(508 / 511, 12);
  });

  test("what was received comes off, and an invoice paid in full counts for nothing", () => {
    expect(computed("receivables-dunning", {}, { invoices: [{ id: "a", amount: "384500.50", paid: "200000", due: "2026-11-09" }, { id: "b", amount: "70", paid: "70", due: "2026-01-01" }] })).toMatchObject({ "invoices/a/open_amount": "184500.5", "invoices/b/open_amount": "0", due_30: "184500.5", due_over: "0", total: "184500.5" });
  });
});

describe("a funnel's conversion", () => {
  // 20 → 10 → 5 → 4 → 3 → orders 2 of 4: 1/2, 1/2, 4/5, 3/4, 1/2. From the top: 0.5 × 0.5 × 0.8 × 0.75 × 0.5 = 0.075.
  const stages = [
    { id: "contact", count_now: "6", value: "1000", entered: "20", moved_on: "10" },
    { id: "find", count_now: "5", value: "1000", entered: "10", moved_on: "5" },
    { id: "qualify", count_now: "4", value: "1000", entered: "5", moved_on: "4" },
    { id: "clarify", count_now: "3", value: "1000", entered: "4", moved_on: "3" },
    { id: "propose", count_now: "2", value: "1000", entered: "4", moved_on: "2" },
  ];

  test("is multiplied from each stage down to the order", () => {
    const result = computed("funnel-review", { target: "2000", reviewed_on: "2026-11-27" }, { stages });
    expect(stages.map(({ id }) => result[`stages/${id}/conversion`])).toEqual(["0.5", "0.5", "0.8", "0.75", "0.5"]);
    expect(stages.map(({ id }) => result[`stages/${id}/to_order`])).toEqual(["0.075", "0.15", "0.3", "0.375", "0.5"]);
    // 75 + 150 + 300 + 375 + 500
    expect(result).toMatchObject({ weighted: "1400", total_value: "5000", total_count: "20", coverage: "2.5" });
  });

  test("is unknown where nothing has come out yet, and so is all above", () => {
    const result = computed("funnel-review", {}, { stages: stages.map((stage) => (stage.id === "clarify" ? { ...stage, entered: "0", moved_on: "0" } : stage)) });
    expect(["contact", "find", "qualify", "clarify"].map((id) => result[`stages/${id}/to_order`])).toEqual([undefined, undefined, undefined, undefined]);
    expect(result["stages/propose/to_order"]).toBe("0.5");
  });

  test("a stuck deal's age is counted to the day of the review", () => {
    expect(computed("funnel-review", { reviewed_on: "2026-11-27" }, { stuck: [{ id: "k", deal: "甲", stage: "find", entered_on: "2026-09-04" }] })["stuck/k/age"]).toBe("84");
  });
});

describe("a contract's payments", () => {
  test("add up, whichever of them there are", () => {
    expect(computed("contract-check", { amount: "1680000", pay_signing: "30", pay_delivery: "40", pay_acceptance: "25", pay_retention: "5" }, {})).toMatchObject({ pay_total: "1", exposure: "1176000" });
    expect(computed("contract-check", { amount: "760000", pay_signing: "50", pay_acceptance: "47.5" }, {})).toMatchObject({ pay_total: "0.975", exposure: "380000" });
  });
});
