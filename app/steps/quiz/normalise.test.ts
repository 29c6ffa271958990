import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesAny, normaliseText, parseAmount } from "./normalise";

describe("normaliseText", () => {
  it.each([
    ["ＲＯＩ", "roi"],
    ["  投资 回报率。", "投资回报率"],
    ["Decision-Maker", "decision maker"],
    ["decision  maker", "decision maker"],
    ["customer's", "customers"],
    ["《价值竞争》", "价值竞争"],
    ["使用 SPIN 提问", "使用spin提问"],
    ["３．５％", "3.5%"],
    ["-5", "-5"],
    ["1,250", "1250"],
    ["a.b", "a b"],
  ])("makes %j into %j", (typed, wanted) => {
    expect(normaliseText(typed)).toBe(wanted);
  });

  it("changes nothing when applied twice", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }));
  });

  it("takes synonyms of either language and never an empty answer", () => {
    expect(matchesAny(" 伙伴！", ["合作伙伴", "伙伴"])).toBe(true);
    expect(matchesAny("。", ["。"])).toBe(false);
    expect(matchesAny("供应商", ["合作伙伴", "伙伴"])).toBe(false);
  });
});

describe("parseAmount", () => {
  it.each([
    ["12.5", 12.5, null, ""],
    ["１２．５", 12.5, null, ""],
    ["1,250,000", 1_250_000, null, ""],
    ["1，250，000元", 1_250_000, null, "cny"],
    ["12.5万元", 125_000, 1e4, "cny"],
    ["12.5 万", 125_000, 1e4, ""],
    ["1亿2000万", 120_000_000, 1e4, ""],
    ["3百万", 3_000_000, 1e6, ""],
    ["¥125k", 125_000, 1e3, "cny"],
    ["CNY 125,000", 125_000, null, "cny"],
    ["25%", 0.25, 0.01, ""],
    ["25％", 0.25, 0.01, ""],
    ["百分之25", 0.25, 0.01, ""],
    ["-3.5", -3.5, null, ""],
    ["−3.5", -3.5, null, ""],
    [".5", 0.5, null, ""],
    ["3 个月", 3, null, "month"],
    ["2 million", 2_000_000, 1e6, ""],
  ])("reads %j", (typed, value, scale, unit) => {
    const amount = parseAmount(typed);
    expect(amount).toMatchObject({ scale, unit });
    expect(amount?.value).toBeCloseTo(value, 6);
  });

  it.each(["", "十二", "3-5", "1.2.3", "3万5亿", "12 or 13", "--5", "1,25"])("does not take %j for an amount", (typed) => {
    expect(parseAmount(typed)).toBeNull();
  });

  it("reads every number back, in full width and with separators", () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
      const grouped = value.toLocaleString("en-US");
      const wide = [...grouped].map((char) => (char === "-" ? "－" : String.fromCharCode(char.charCodeAt(0) + 0xfee0))).join("");
      expect(parseAmount(grouped)?.value).toBe(value);
      expect(parseAmount(wide)?.value).toBe(value);
    }));
  });
});
