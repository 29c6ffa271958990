import { describe, expect, it } from "vitest";
import { canonicalDecimal, shiftPoint } from "./decimal-text";
import type { CellDefinition } from "./definition";
import { formatCell, formatComputed } from "./format";

const cell = (type: CellDefinition["type"], more: Partial<CellDefinition> = {}): CellDefinition => ({ id: "c", type, label: { zh: "格", en: "Cell" }, ...more });

describe("cells as text", () => {
  it.each<[string, CellDefinition, Parameters<typeof formatCell>[1], string, string]>([
    ["money", cell("money"), "1234567.5", "¥1,234,567.50", "CN¥1,234,567.50"],
    ["money beyond floats", cell("money"), "12345678901234567890.12", "¥12,345,678,901,234,567,890.12", "CN¥12,345,678,901,234,567,890.12"],
    ["half a cent goes up", cell("money"), "0.005", "¥0.01", "CN¥0.01"],
    ["and away from zero", cell("money"), "-0.005", "-¥0.01", "-CN¥0.01"],
    ["money without cents", cell("money", { decimals: 0 }), "1234.5", "¥1,235", "CN¥1,235"],
    ["percent", cell("percent"), "12.5", "12.5%", "12.5%"],
    ["a unit", cell("number", { unit: "h/month" }), "1200", "1,200 小时/月", "1,200 hours/month"],
    ["one of a unit", cell("number", { unit: "year" }), "1", "1 年", "1 year"],
    ["several of a unit", cell("number", { unit: "year" }), "3", "3 年", "3 years"],
    ["money by the unit", cell("number", { unit: "CNY/kWh" }), "0.85", "0.85 元/度", "0.85 CNY/kWh"],
    ["one by the year", cell("number", { unit: "1/year" }), "4", "4/年", "4/year"],
    ["a chosen unit", cell("number", { unit: ["h", "day"] }), { value: "2", unit: "day" }, "2 天", "2 days"],
    ["a choice", cell("choice", { options: [{ id: "a", label: { zh: "甲", en: "First" } }] }), "a", "甲", "First"],
    ["choices", cell("choices", { options: [{ id: "a", label: { zh: "甲", en: "First" } }, { id: "b", label: { zh: "乙", en: "Second" } }] }), ["a", "b"], "甲、乙", "First, Second"],
    ["a date", cell("date"), "2026-11-28", "2026年11月28日", "Nov 28, 2026"],
    ["what is no number", cell("money"), "about 5", "about 5", "about 5"],
    ["what is no date", cell("date"), "soon", "soon", "soon"],
    ["a reference", cell("reference"), { sheetId: "s", rowId: "r", label: "盘点慢" }, "盘点慢", "盘点慢"],
    ["a ticked box", cell("check"), true, "✓", "✓"],
    ["nothing", cell("text"), undefined, "", ""],
  ])("%s", (_, of, value, zh, en) => {
    expect(formatCell(of, value, "zh", "CNY")).toBe(zh);
    expect(formatCell(of, value, "en", "CNY")).toBe(en);
  });

  it("writes other currencies", () => {
    expect(formatCell(cell("money"), "5", "en", "EUR")).toBe("€5.00");
    expect(formatCell(cell("number", { unit: "CNY/h" }), "5", "zh", "EUR")).toBe("5 EUR/小时");
  });

  it("writes computed cells like typed ones; a percentage is a fraction there", () => {
    expect(formatComputed(cell("percent", { decimals: 1 }), { value: "0.33333333333333333333" }, "en", "CNY")).toBe("33.3%");
    expect(formatComputed(cell("number", { unit: "year" }), { value: "2.5", unit: "year" }, "en", "CNY")).toBe("2.5 years");
    expect(formatComputed(cell("choice", { options: [{ id: "a", label: { zh: "甲", en: "First" } }] }), { text: "a" }, "zh", "CNY")).toBe("甲");
    expect(formatComputed(cell("check"), { flag: true }, "zh", "CNY")).toBe("✓");
    expect(formatComputed(cell("number"), undefined, "zh", "CNY")).toBe("");
  });
});

describe("decimals as text", () => {
  it("are written in one way", () => {
    expect(["007.50", "+5", ".5", "5.", "-0.00", "-0.50", "0"].map(canonicalDecimal)).toEqual(["7.5", "5", "0.5", "5", "0", "-0.5", "0"]);
    expect(["", ".", "-", "1e5", "1,2", "0x1"].map(canonicalDecimal)).toEqual([null, null, null, null, null, null]);
  });

  it("move their point", () => {
    expect([shiftPoint("1.5", 4), shiftPoint("-0.0123", 2), shiftPoint("12.5", -2), shiftPoint("-5", -3), shiftPoint("0", 9)]).toEqual(["15000", "-1.23", "0.125", "-0.005", "0"]);
  });
});
