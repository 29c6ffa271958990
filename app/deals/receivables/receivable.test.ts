import { describe, expect, test } from "vitest";
import { bonusOf, bucketOf, daysOutstandingTenths, letterDue, quarterOf } from "./receivable";

test.each([[-20, "not-due"], [0, "not-due"], [1, "1-30"], [30, "1-30"], [31, "31-60"], [60, "31-60"], [61, "61-90"], [90, "61-90"], [91, "over-90"]])("%i days overdue lies in %s", (days, bucket) => expect(bucketOf(days)).toBe(bucket));

describe("the letter that is due", () => {
  const invoice: Parameters<typeof letterDue>[0] = { deliveredOn: "2026-09-01", dueOn: "2026-11-01", openMinor: "100", letters: [] };
  const due = (today: string, change: Partial<typeof invoice> = {}) => letterDue({ ...invoice, ...change }, today);
  const sent = (...letters: [("arrival" | "reminder" | "notice"), string][]) => ({ letters: letters.map(([letter, on]) => ({ letter, on })) });

  test("is the arrival letter once the goods are there, the reminder from seven days before, the notice after thirty days overdue", () => {
    expect(due("2026-08-31")).toBeNull();
    expect(due("2026-09-01")).toEqual({ letter: "arrival", since: "2026-09-01" });
    expect(due("2026-10-24", sent(["arrival", "2026-09-02"]))).toBeNull();
    expect(due("2026-10-25", sent(["arrival", "2026-09-02"]))).toEqual({ letter: "reminder", since: "2026-10-25" });
    // The reminder takes the arrival letter's place.
    expect(due("2026-10-25")).toEqual({ letter: "reminder", since: "2026-10-25" });
    expect(due("2026-12-01", sent(["reminder", "2026-10-25"]))).toBeNull();
    expect(due("2026-12-02", sent(["reminder", "2026-10-25"]))).toEqual({ letter: "notice", since: "2026-12-02" });
    expect(due("2026-12-31", sent(["notice", "2026-12-02"]))).toBeNull();
    expect(due("2027-01-01", sent(["notice", "2026-12-02"]))).toEqual({ letter: "notice", since: "2027-01-01" });
  });

  test("is none where nothing is open, and no arrival letter without goods", () => {
    expect(due("2027-01-01", { openMinor: "0" })).toBeNull();
    expect(due("2026-09-10", { deliveredOn: null })).toBeNull();
  });
});

test("days outstanding are open ÷ billed × days, in tenths, and nothing where nothing was billed", () => {
  expect(daysOutstandingTenths(600_000n, 900_000n)).toBe(600n);
  expect(daysOutstandingTenths(100n, 300n, 90)).toBe(300n);
  expect(daysOutstandingTenths(1n, 3n, 1)).toBe(3n);
  expect(daysOutstandingTenths(100n, 0n)).toBeNull();
});

test("the bonus is that of the calculator's example: 6.5 % of the profit less 6.5 % of the bad debt", () => {
  // content/sheets/bonus-calculator.yaml: profits 486,399.60 + 90,784.25 + 78,120.00 + 14,849.70; bad debt 58,000; overdue 96,000.
  const sums = bonusOf({ base: 48_639_960n + 9_078_425n + 7_812_000n + 1_484_970n, badDebt: 5_800_000n, overdue: 9_600_000n, ratePercent: "6.5" });
  expect(sums).toEqual({ gross: 4_355_998n, deduction: 377_000n, bonus: 3_978_998n, atRisk: 624_000n, ifLost: 3_354_998n });
});

test("a quarter has its first and last day", () => {
  expect(quarterOf("2026-11-28")).toEqual({ from: "2026-10-01", to: "2026-12-31", year: 2026, quarter: 4 });
  expect(quarterOf("2028-02-29")).toMatchObject({ from: "2028-01-01", to: "2028-03-31" });
});
