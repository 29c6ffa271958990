import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoney, isCurrency, minorDigits, percentOf, sumMoney, toDecimal, toMinor } from "./money";

describe("minor units", () => {
  test.each([
    ["1680000.5", "CNY", "168000050"],
    ["0.01", "CNY", "1"],
    ["-12.30", "CNY", "-1230"],
    ["5000", "JPY", "5000"],
    ["1.234", "KWD", "1234"],
    ["1.500", "CNY", "150"],
    ["-0", "CNY", "0"],
  ])("%s %s is %s", (decimal, currency, minor) => expect(toMinor(decimal, currency)).toBe(minor));

  test.each([["0.001", "CNY"], ["1.5", "JPY"], ["1e3", "CNY"], ["", "CNY"], ["1,000", "CNY"], ["9999999999999999999", "JPY"]])("%s %s is no such amount", (decimal, currency) => expect(toMinor(decimal, currency)).toBeNull());

  test("there and back is the same, whatever the currency", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.constantFrom("CNY", "JPY", "KWD", "USD"), (minor, currency) => {
        expect(toMinor(toDecimal(minor, currency), currency)).toBe(minor.toString());
      }),
    );
  });

  test("digits and codes are those of ISO 4217", () => {
    expect([minorDigits("CNY"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
    expect([isCurrency("CNY"), isCurrency("cny"), isCurrency("ABC")]).toEqual([true, false, false]);
  });
});

test("sums are exact beyond what a float holds, and apart by currency", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ minor: fc.bigInt(-(10n ** 17n), 10n ** 17n).map(String), currency: fc.constantFrom("CNY", "USD") })), (amounts) => {
      for (const { minor, currency } of sumMoney(amounts)) expect(BigInt(minor)).toBe(amounts.filter((one) => one.currency === currency).reduce((sum, one) => sum + BigInt(one.minor), 0n));
    }),
  );
});

test("a share is rounded half away from zero to the cent, as in the bonus calculator", () => {
  expect(percentOf("48639960", "6.5")).toBe(3_161_597n);
  expect([percentOf("10", "5"), percentOf("-10", "5"), percentOf("9", "5"), percentOf("100", "0")]).toEqual([1n, -1n, 0n, 0n]);
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 0, max: 100_000 }), (minor, thousandths) => {
      const exact = minor * BigInt(thousandths);
      const rounded = percentOf(minor, `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`);
      // Never further off than half a unit.
      expect(2n * (rounded * 100_000n - exact)).toBeLessThanOrEqual(100_000n);
      expect(2n * (rounded * 100_000n - exact)).toBeGreaterThan(-100_000n);
    }),
  );
});

test("is written with cents only where there are some", () => {
  expect(formatMoney({ minor: "168000000", currency: "CNY" }, "zh")).toBe("¥1,680,000");
  expect(formatMoney({ minor: "38450050", currency: "CNY" }, "zh")).toBe("¥384,500.50");
  expect(formatMoney({ minor: "99999999999999999", currency: "CNY" }, "en")).toBe("¥999,999,999,999,999.99");
});
