import { describe, expect, test } from "vitest";
import { ageingSums, bucketOf, openInvoices } from "./ageing";
import { sheetWith } from "./testing";

describe("ageing", () => {
  test.each([
    [-3, "not_due"],
    [0, "not_due"],
    [1, "due_30"],
    [30, "due_30"],
    [31, "due_60"],
    [60, "due_60"],
    [61, "due_90"],
    [90, "due_90"],
    [91, "due_over"],
  ])("%i days overdue belong to %s", (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });

  const { content, evaluation } = sheetWith("receivables-dunning", {}, {
    invoices: [
      { id: "planned", customer: "甲", invoice: "1", amount: "100", due: "2026-11-01", next_letter: "reminder", letter_on: "2026-12-02" },
      { id: "paid", customer: "乙", invoice: "2", amount: "70", paid: "70", due: "2026-01-01" },
      { id: "forgotten", customer: "丙", invoice: "3", amount: "50.25", paid: "0.25", due: "2026-09-20" },
      { id: "future", customer: "丁", invoice: "4", amount: "30", due: "2027-01-01", next_letter: "arrival", letter_on: "2026-11-30" },
    ],
  });

  test("forgotten letters come first, then the next by date; paid invoices are gone", () => {
    expect(openInvoices(content, evaluation).map((invoice) => invoice.row.id)).toEqual(["forgotten", "future", "planned"]);
  });

  test("bars show the sheet's sums and count open invoices only", () => {
    expect(ageingSums(content, evaluation).map((sum) => [sum.bucket, sum.amount, sum.invoices])).toEqual([
      ["not_due", 30, 1],
      ["due_30", 100, 1],
      ["due_60", 0, 0],
      ["due_90", 50, 1],
      ["due_over", 0, 0],
    ]);
  });
});
