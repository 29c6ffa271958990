import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annuity, irr, npv, payback } from "./finance";
import { type Decimal, decimal } from "./math";
import { cell, content, formula } from "./testing";

const places = (value: Decimal | null, count: number) => value?.toDecimalPlaces(count).toFixed();

describe("calculators, worked by hand", () => {
  it("annuity factors as in any table", () => {
    // 1/1.08 + 1/1.08² + 1/1.08³ = 0.925926 + 0.857339 + 0.793832
    expect(places(annuity(decimal("0.08"), decimal(3)), 6)).toBe("2.577097");
    expect(places(annuity(decimal("0.10"), decimal(5)), 4)).toBe("3.7908");
    expect(places(annuity(decimal("0"), decimal(7)), 4)).toBe("7");
    expect(places(annuity(decimal("-0.5"), decimal(2)), 4)).toBe("6");
  });

  it("net present value", () => {
    // 100,000 out, 40,000 a year for 3 years at 8 %: −100,000 + 40,000 × 2.5770969872 = 3,083.88
    expect(places(npv(decimal("0.08"), decimal(-100_000), decimal(40_000), decimal(3)), 2)).toBe("3083.88");
    expect(places(npv(decimal(0), decimal(-100_000), decimal(40_000), decimal(3)), 2)).toBe("20000");
  });

  it("internal rate of return", () => {
    // 100 out, 60 and 60 back: 100 q² = 60 q + 60 → q = (0.6 + √2.76) / 2 = 1.13066…
    expect(places(irr(decimal(-100), decimal(60), decimal(2)), 6)).toBe("0.130662");
    expect(places(irr(decimal(-100), decimal(110), decimal(1)), 10)).toBe("0.1");
    expect(places(irr(decimal(-100), decimal(20), decimal(5)), 10)).toBe("0");
    // 100 out, 25 back twice: 4 = q + q² for q = 1 / (1 + r) → q = (√17 − 1) / 2, r = −0.359612…
    expect(places(irr(decimal(-100), decimal(25), decimal(2)), 6)).toBe("-0.359612");
    // A loan is the mirror image.
    expect(places(irr(decimal(100), decimal(-110), decimal(1)), 10)).toBe("0.1");
    expect(irr(decimal(-100), decimal(-5), decimal(3))).toBeNull();
    expect(irr(decimal(0), decimal(5), decimal(3))).toBeNull();
  });

  it("payback", () => {
    expect(places(payback(decimal(-150_000), decimal(84_000)), 4)).toBe("1.7857");
    expect(places(payback(decimal(0), decimal(5)), 4)).toBe("0");
    expect(payback(decimal(-100), decimal(0))).toBeNull();
  });
});

const rate = fc.integer({ min: -90, max: 900 }).map((permille) => decimal(permille).dividedBy(1000) as Decimal);
const years = fc.integer({ min: 1, max: 40 }).map(decimal);
const outlay = fc.integer({ min: 1, max: 10 ** 9 }).map((amount) => decimal(-amount));
const income = fc.integer({ min: 1, max: 10 ** 9 }).map(decimal);

describe("calculators, by their closed forms", () => {
  it("an annuity is the sum of what every year is worth today", () => {
    fc.assert(
      fc.property(rate, years, (interest, count) => {
        let sum = decimal(0);
        for (let year = 1; year <= count.toNumber(); year++) sum = sum.plus(decimal(1).dividedBy(interest.plus(1).pow(year))) as Decimal;
        expect(annuity(interest, count).minus(sum).abs().lessThan("1e-30")).toBe(true);
      }),
    );
  });

  it("the net present value is first + annuity × yearly, discounted year by year", () => {
    fc.assert(
      fc.property(rate, outlay, income, years, (interest, first, yearly, count) => {
        let value = first;
        for (let year = 1; year <= count.toNumber(); year++) value = value.plus(yearly.dividedBy(interest.plus(1).pow(year))) as Decimal;
        expect(npv(interest, first, yearly, count).minus(value).abs().lessThan("1e-20")).toBe(true);
      }),
    );
  });

  it("at the internal rate of return nothing is gained and nothing lost", () => {
    fc.assert(
      fc.property(outlay, fc.integer({ min: 1, max: 300 }), years, (first, percent, count) => {
        const yearly = first.negated().times(percent).dividedBy(100) as Decimal;
        const found = irr(first, yearly, count);
        expect(found).not.toBeNull();
        const left = npv(found!, first, yearly, count).dividedBy(first).abs();
        // A rate is exact to 24 places; near −100 % an annuity is steep in it.
        if (found!.greaterThan("-0.5")) expect(left.lessThan("1e-9")).toBe(true);
        else expect(npv(found!.plus("1e-6") as Decimal, first, yearly, count).isNegative()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("payback × yearly = −first", () => {
    fc.assert(
      fc.property(outlay, income, (first, yearly) => {
        expect(payback(first, yearly)!.times(yearly).plus(first).abs().lessThan("1e-40")).toBe(true);
      }),
    );
  });
});

describe("calculators in expressions", () => {
  const fields = [cell("out", "money"), cell("yearly", "number", { unit: "CNY/year" }), cell("flat", "money"), cell("horizon", "number", { unit: "year" }), cell("rate", "percent"), cell("months", "number", { unit: "month" })];
  const is = content({ out: "-100000", yearly: "40000", flat: "40000", horizon: "3", rate: "8", months: "36" });
  const money = (text: string, more = is) => formula(text, { fields, is: more, result: { type: "money" } });

  it("see to units: money, money a year, years and months", () => {
    for (const text of ["npv(rate, out, yearly, horizon)", "npv(rate, out, flat, horizon)", "npv(0.08, out, yearly, 3)", "npv(rate, out, yearly, months)"]) expect(money(`round(${text}, 2)`)).toBe("3083.88");
    expect(formula("round(irr(out, yearly, horizon), 6)", { fields, is, result: { type: "percent" } })).toBe("0.09701");
    expect(formula("payback(out, yearly)", { fields, is, result: { unit: "year" } })).toBe("2.5");
    expect(formula("payback(out, yearly)", { fields, is, result: { unit: "month" } })).toBe("30");
    expect(formula("round(annuity(rate, horizon), 4)", { fields, is })).toBe("2.5771");
  });

  it("say what they cannot do", () => {
    expect(money("npv(rate, out, horizon, 3)")).toBe("unit-mismatch");
    expect(money("npv(rate, out, yearly, 2.5)")).toBe("out-of-range");
    expect(money("npv(rate, out, yearly, 101)")).toBe("out-of-range");
    expect(money("npv(-1, out, yearly, 3)")).toBe("out-of-range");
    expect(formula("irr(out, out, 3)", { fields, is, result: { type: "percent" } })).toBe("not-computable");
    expect(formula("payback(out, out)", { fields, is, result: { unit: "year" } })).toBe("not-computable");
    expect(money("npv(rate, out, yearly, horizon)", content({ out: "-100000" }))).toBe("needs-value");
    expect(money("npv(rate, out, yearly, horizon)", content())).toBeNull();
  });
});
