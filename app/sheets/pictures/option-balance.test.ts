import { expect, test } from "vitest";
import { balances } from "./option-balance";
import { definitionOf, sheetWith } from "./testing";

test("there is one scale per option, also of a sheet without rows", () => {
  expect(balances(definitionOf("three-options"), { fields: {}, tables: {} }, "en").map((one) => [one.label, one.gain, one.harm])).toEqual([
    ["First option", null, null],
    ["Second option", null, null],
    ["Third option", null, null],
  ]);
});

test("weights are taken as they stand; one outside the scale is not drawn", () => {
  const { definition, content } = sheetWith("three-options", {}, { options: [{ id: "second", name: "分批装", gain_weight: 4, harm_weight: 9, cost: "1680000.50" }] });
  expect(balances(definition, content, "zh")[1]).toMatchObject({ name: "分批装", gain: 4, harm: null, cost: 1680000.5 });
});
