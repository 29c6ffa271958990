import { expect, test } from "vitest";
import { clauseHeat, paymentParts } from "./clause-heat";
import { sheetWith } from "./testing";

test("a risk is open until it is changed or knowingly borne", () => {
  const { definition, content } = sheetWith("contract-check", {}, {
    clauses: [
      { id: "party", risk: "high" },
      { id: "payment", risk: "medium", state: "open" },
      { id: "delivery", risk: "high", state: "changed" },
      { id: "acceptance", risk: "high", state: "borne" },
      { id: "quality", risk: "low" },
    ],
  });
  const clauses = clauseHeat(definition, content, "zh");
  expect(clauses).toHaveLength(12);
  expect(clauses.filter((clause) => clause.open).map((clause) => clause.id)).toEqual(["party", "payment"]);
  expect(clauses.slice(0, 6).map((clause) => clause.level)).toEqual([3, 2, 3, 3, 1, null]);
});

test("payments follow one another in time", () => {
  const { content } = sheetWith("contract-check", { pay_retention: "5", pay_signing: "30", pay_acceptance: "0", pay_delivery: "62.5" }, {});
  expect(paymentParts(content)).toEqual([
    { id: "pay_signing", percent: 30, from: 0 },
    { id: "pay_delivery", percent: 62.5, from: 30 },
    { id: "pay_retention", percent: 5, from: 92.5 },
  ]);
});
