import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellDefinition } from "./definition";
import { formatCell } from "./format";
import { parseCell } from "./parse-cell";

const label = { zh: "格", en: "Cell" };
const cell = (type: CellDefinition["type"], more: Partial<CellDefinition> = {}): CellDefinition => ({ id: "c", type, label, ...more });
const TODAY = "2026-11-28";
const kinds = [
  { id: "time", label: { zh: "省时间", en: "Saves time" } },
  { id: "cash", label: { zh: "省钱/增收", en: "Saves or earns money" } },
  { id: "risk", label: { zh: "降风险", en: "Lowers risk" } },
];
const read = (of: CellDefinition, text: string): unknown => {
  const result = parseCell(of, text, TODAY);
  return "value" in result ? result.value : result.problem.code;
};

describe("typed and pasted numbers", () => {
  it.each([
    ["1234.5", "1234.5"],
    ["1,234,567.50", "1234567.5"],
    ["１２３４．５", "1234.5"],
    ["1，234", "1234"],
    ["1 234 567", "1234567"],
    ["1'234", "1234"],
    ["-12", "-12"],
    ["−12", "-12"],
    ["(1,200)", "-1200"],
    ["¥1,200", "1200"],
    ["-¥5", "-5"],
    ["1200元", "1200"],
    ["3.5万", "35000"],
    ["3.5 万元", "35000"],
    ["300万", "3000000"],
    ["1.2亿元", "120000000"],
    ["50w", "500000"],
    ["12k", "12000"],
    ["2.5M", "2500000"],
    ["1.2 million", "1200000"],
    ["RMB 800", "800"],
    ["0.10", "0.1"],
    ["", null],
    ["   ", null],
  ])("money: %s is %s", (text, value) => expect(read(cell("money"), text)).toBe(value));

  it.each(["1,5", "12 34", "abc", "2.5m", "1.2.3", "--5", "5 kg", "1e5", "百"])("money: %s is none", (text) => expect(read(cell("money"), text)).toBe("not-a-number"));

  it("keeps every digit", () => {
    expect(read(cell("money"), "12,345,678,901,234,567,890.12")).toBe("12345678901234567890.12");
    expect(read(cell("money"), "0.000123万")).toBe("1.23");
  });

  it("percent with and without its sign", () => {
    expect(read(cell("percent"), "12.5%")).toBe("12.5");
    expect(read(cell("percent"), "12.5 ％")).toBe("12.5");
    expect(read(cell("percent"), "12.5")).toBe("12.5");
    expect(read(cell("percent"), "12.5 h")).toBe("not-a-number");
  });

  it("units in either language, and none of another kind", () => {
    const hours = cell("number", { unit: "h/month" });
    expect(read(hours, "30")).toBe("30");
    expect(read(hours, "30 小时/月")).toBe("30");
    expect(read(hours, "30 hours/month")).toBe("30");
    expect(read(hours, "1.5k h/month")).toBe("1500");
    expect(read(hours, "30 天")).toBe("unit-mismatch");
    expect(read(hours, "30,5")).toBe("not-a-number");
    expect(read(cell("number", { unit: "CNY/year" }), "50万元/年")).toBe("500000");
    expect(read(cell("number", { unit: "kWh" }), "5 kWh")).toBe("5");
    expect(read(cell("number", { unit: "kWh" }), "5千瓦时")).toBe("5");
    expect(read(cell("number", { unit: "kWh" }), "5k kWh")).toBe("5000");
    expect(read(cell("number"), "5 h")).toBe("not-a-number");
  });

  it("takes the typed unit where there are several, else the first", () => {
    const either = cell("number", { unit: ["h", "day"] });
    expect(read(either, "3")).toEqual({ value: "3", unit: "h" });
    expect(read(either, "3 天")).toEqual({ value: "3", unit: "day" });
    expect(read(either, "3 days")).toEqual({ value: "3", unit: "day" });
    expect(read(either, "3 年")).toBe("unit-mismatch");
  });

  it("reads back what it shows, digit by digit", () => {
    const amount = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 99 })).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, "0")}`);
    const cells = [cell("money"), cell("percent", { decimals: 2 }), cell("number"), cell("number", { unit: "CNY/kWh" }), cell("number", { unit: "1/year" }), cell("number", { unit: "year" })];
    fc.assert(
      fc.property(amount, fc.constantFrom(...cells), fc.constantFrom("zh" as const, "en" as const), (digits, of, locale) => {
        const typed = read(of, digits) as string;
        expect(read(of, formatCell(of, typed, locale, "CNY"))).toBe(typed);
      }),
    );
  });
});

describe("typed and pasted dates", () => {
  it.each([
    ["2026-11-28"],
    ["2026/11/28"],
    ["2026.11.28"],
    ["２０２６－１１－２８"],
    ["2026年11月28日"],
    ["2026 年 11 月 28 号"],
    ["20261128"],
    ["11月28日"],
    ["Nov 28, 2026"],
    ["November 28 2026"],
    ["28 Nov 2026"],
    ["28th November"],
    ["Nov. 28"],
    ["28/11/2026"],
    ["11/28/2026"],
  ])("%s", (text) => expect(read(cell("date"), text)).toBe("2026-11-28"));

  it.each(["4/5/2026", "2026-02-30", "2026-13-01", "tomorrow", "Febtober 3", "2026"])("%s is none", (text) => expect(read(cell("date"), text)).toBe("not-a-date"));

  it("reads 5/5/2026, which says the same either way, and a leap day", () => {
    expect(read(cell("date"), "5/5/2026")).toBe("2026-05-05");
    expect(read(cell("date"), "2028-2-29")).toBe("2028-02-29");
    expect(read(cell("date"), "2026-2-29")).toBe("not-a-date");
  });

  it("reads back what it shows", () => {
    for (const locale of ["zh", "en"] as const) expect(read(cell("date"), formatCell(cell("date"), "2026-02-03", locale, "CNY"))).toBe("2026-02-03");
  });
});

describe("typed and pasted choices", () => {
  it("finds options by label in either language and by id", () => {
    const kind = cell("choice", { options: kinds });
    expect(read(kind, "省时间")).toBe("time");
    expect(read(kind, "saves TIME")).toBe("time");
    expect(read(kind, " cash ")).toBe("cash");
    expect(read(kind, "省事")).toBe("unknown-option");
  });

  it("finds several, in the definition's order, with a stroke in a label or between labels", () => {
    const several = cell("choices", { options: kinds });
    expect(read(several, "降风险、省时间")).toEqual(["time", "risk"]);
    expect(read(several, "Lowers risk, Saves time")).toEqual(["time", "risk"]);
    expect(read(several, "省钱/增收")).toEqual(["cash"]);
    expect(read(several, "省时间/降风险")).toEqual(["time", "risk"]);
    expect(read(several, "省时间；省事")).toBe("unknown-option");
  });

  it.each([["✓", true], ["是", true], ["Yes", true], ["x", true], ["×", false], ["否", false], ["0", false], ["maybe", "unknown-option"]])("a box: %s", (text, value) => expect(read(cell("check"), text)).toBe(value));

  it.each([["4", 4], ["４", 4], ["-2", -2], ["−2", -2], ["+2", 2], ["4分", 4], ["4 / 5", 4], ["7", 7], ["2.5", "not-a-number"], ["gut", "not-a-number"]])("a rating: %s", (text, value) => expect(read(cell("rating", { min: 1, max: 5 }), text)).toBe(value));
});

describe("typed and pasted text", () => {
  it("is one line in a text and keeps its lines in a long one", () => {
    expect(read(cell("text"), " a\r\n b ")).toBe("a b");
    expect(read(cell("long-text"), "a\r\nb\n")).toBe("a\nb");
  });
});
