import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, content, formula, holds } from "./testing";
import { BASE_UNITS, parseUnit } from "./units";

const fields = [
  cell("price", "number", { unit: "CNY/kWh" }),
  cell("use", "number", { unit: "MWh/year" }),
  cell("saved", "number", { unit: "h/month" }),
  cell("wage", "number", { unit: "CNY/h" }),
  cell("years", "number", { unit: "year" }),
  cell("amount", "money"),
  cell("share", "percent"),
  cell("effort", "number", { unit: ["h", "day"] }),
];
const is = content({ price: "0.8", use: "1.5", saved: "30", wage: "200", years: "3", amount: "1000", share: "12.5", effort: { value: "3", unit: "day" } });
const inUnit = (text: string, unit?: string) => formula(text, { fields, is, result: unit === undefined ? {} : { unit } });

describe("units", () => {
  it.each([
    ["saved * wage", "CNY/month", "6000"],
    ["saved * wage", "CNY/year", "72000"],
    ["saved * wage * years", "CNY", "216000"],
    ["use * price", "CNY/year", "1200"],
    ["use * price * years", "CNY", "3600"],
    ["amount / years", "CNY/month", "27.77777777777777777778"],
    ["amount / years * years", "CNY", "1000"],
    ["amount * share", "CNY", "125"],
    ["years / (1 month)", undefined, "36"],
    ["amount + 50 CNY", "CNY", "1050"],
    ["amount + 0", "CNY", "1000"],
    ["max(amount, 2000)", "CNY", "2000"],
    ["min(amount, 2000)", "CNY", "1000"],
    ["years > 1 ? amount : 0", "CNY", "1000"],
    ["years + 6 month", "year", "3.5"],
    ["1 / years", "1/year", "0.33333333333333333333"],
  ])("%s in %s is %s", (text, unit, value) => expect(inUnit(text, unit)).toBe(value));

  it.each([
    ["amount + saved", "CNY"],
    ["amount + 5", "CNY"],
    ["saved * wage", "CNY"],
    ["amount", undefined],
    ["saved + effort", "h"],
    ["amount * amount * amount * amount * amount", "CNY"],
    ["2 ^ years", undefined],
    ["8 h + 1 day", "h"],
  ])("%s does not come out in %s", (text, unit) => expect(inUnit(text, unit)).toBe("unit-mismatch"));

  it("what was divided and multiplied again is whole again, to the last cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (cents) => {
        const digits = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
        const exact = formula("amount", { fields, is: content({ amount: digits }), result: { type: "money" } });
        expect(formula("amount / (1 year) * (1 month) * 12", { fields, is: content({ amount: digits }), result: { type: "money" } })).toBe(exact);
        expect(formula("amount / 3 / 7 * 21", { fields, is: content({ amount: digits }), result: { type: "money" } })).toBe(exact);
      }),
    );
  });

  it("numbers of the expression are compared with any quantity", () => {
    expect(holds("amount > 999 and amount < 1001 and years >= 3 and years == 3", { fields, is })).toBe(true);
    expect(holds("years == 36 month", { fields, is })).toBe(true);
  });

  it("a unit that was not offered, and one that was", () => {
    const wrong = content({ effort: { value: "3", unit: "year" } });
    expect(formula("effort", { fields, is: wrong, result: { unit: "day" } })).toBe("not-computable");
    expect(formula("effort", { fields, is, result: { unit: "day" } })).toBe("3");
  });

  it("are written in one way, whatever way they are written in", () => {
    expect(parseUnit("kWh*CNY")).toBe(parseUnit("CNY*kWh"));
    expect(parseUnit("CNY/kWh/year")?.key).toBe("CNY/kWh/year");
    expect(parseUnit("1/year")?.key).toBe("1/year");
    expect(parseUnit("CNY*year/year")?.key).toBe("CNY");
    expect(["", "kwh", "CNY/", "2/year", "h^2", "__proto__"].map(parseUnit)).toEqual([null, null, null, null, null, null]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BASE_UNITS), { minLength: 1, maxLength: 4 }), (names) => {
        expect(parseUnit(parseUnit(names.join("*"))?.key ?? "")).toBe(parseUnit([...names].reverse().join("*")));
      }),
    );
  });
});
