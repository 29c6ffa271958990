import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charCount, folded, likeness, mentions, saysNumber } from "./text";

describe("whether a text says a number", () => {
  it.each([
    "盘点一次要 40 小时", "每月错发１２单", "损失三百万元", "良率低了三成", "两小时才能换线", "百分之十的退货", "十二个工位", "上百万的库存", "成本翻番", "半天停线", "库存多出一倍",
    "costs RMB500 a day", "¥3,000 each", "500kg of scrap", "half of the orders", "twice a week", "two hours of downtime", "three million a year", "a loss of 3.5 %", "growth of -5%",
  ])("%s: yes", (text) => expect(saysNumber(text)).toBe(true)); // prettier-ignore

  it.each(["交付慢，客户抱怨", "一个部门不满意", "十分着急", "千万不要停线", "万一出错", "B2B 客户", "ISO9001 认证", "H1 的目标", "V1.2 版", "a PLC S7-1200", "Q3 的计划", "a slow process", "one of the managers", "no figures yet", ""])("%s: no", (text) => expect(saysNumber(text)).toBe(false));
});

describe("how much of two texts is alike", () => {
  it("by pairs of characters", () => {
    // night / nacht: ni ig gh ht, na ac ch ht → 2 × 1 / 8
    expect(likeness("night", "nacht")).toBe(0.25);
    expect(likeness("交付周期太长", "交付周期长")).toBeCloseTo((2 * 3) / 9);
    expect(likeness("价格贵。", "价格 贵")).toBe(1);
    expect(likeness("", "x")).toBe(0);
    expect(likeness("x", "X")).toBe(1);
  });

  it("is the same both ways, between 0 and 1, and 1 with itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        if (/[a-z0-9]/i.test(a)) expect(likeness(a, a)).toBe(1);
      }),
    );
  });
});

it("characters are what a reader counts", () => {
  expect(charCount("  申科食品 𠮷 ")).toBe(6);
  expect(folded(" Ｓｈｅｎｋｅ　Foods ")).toBe("shenke foods");
});

describe("whether a word is in a text", () => {
  it.each<[string, string, boolean]>([
    ["每个月都要解释单耗", "单耗", true],
    ["Purchasing Manager", "purchas", true],
    ["returned for want of a source", "our", false],
    ["this is our view", "our ", true],
    ["nobody knows", "no ", false],
    ["there is no system", "no ", true],
    ["there is no", "no ", true],
    ["接ＯＰＣ网关", "OPC", true],
    ["我们用EMS系统", "EMS", true],
    ["systems", "ems", false],
    ["anything", "", false],
    ["", "our", false],
    ["sour, our", "our", true],
  ])("%j and %j: %s", (text, word, expected) => {
    expect(mentions(text, word)).toBe(expected);
  });
});
