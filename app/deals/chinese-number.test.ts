import { describe, expect, test } from "vitest";
import { arabicDay, chineseAmount, chineseInteger } from "./chinese-number";

describe("numbers in Chinese numerals", () => {
  test.each([
    ["一百六十八万", 1_680_000n],
    ["十五", 15n],
    ["一千零五", 1005n],
    ["两千三百", 2300n],
    ["三亿两千万", 320_000_000n],
    ["一万亿", 1_000_000_000_000n],
    ["壹佰陆拾捌万", 1_680_000n],
    ["一百二十万零三十", 1_200_030n],
  ])("%s is read", (text, value) => expect(chineseInteger(text)).toBe(value));

  test.each(["", "很多", "二〇二六", "万", "168万"])("%s is no number of that kind", (text) => expect(chineseInteger(text)).toBeNull());

  test.each([
    ["一百六十八万元", "1680000"],
    ["人民币壹佰陆拾捌万元整", "1680000"],
    ["叁元伍角", "3.50"],
    ["叁元零伍分", "3.05"],
    ["叁元伍角贰分", "3.52"],
  ])("%s is an amount", (text, value) => expect(chineseAmount(text)).toBe(value));
});

test("days keep their form, with numerals that everybody reads", () => {
  expect(arabicDay("二〇二六年十一月二十八日")).toBe("2026年11月28日");
  expect(arabicDay("二零二六年三月五号")).toBe("2026年3月5日");
  expect(arabicDay("2026-11-28")).toBe("2026-11-28");
});
