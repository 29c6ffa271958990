import { describe, expect, test } from "vitest";
import { isLocale, negotiateLocale } from "./locale";

describe("negotiateLocale", () => {
  test.each([
    [undefined, "zh"],
    ["", "zh"],
    ["*", "zh"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["zh-TW", "zh"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["EN-us", "en"],
    ["fr-FR, en;q=0.5", "en"],
    ["fr-FR, de;q=0.5", "zh"],
    ["en;q=0.5, zh;q=0.9", "zh"],
    ["zh;q=0.2,en;q=0.3", "en"],
    ["en; q=0.5 , zh ; q=0.4", "en"],
    ["en;q=high, zh;q=0.1", "zh"],
    [";;,,q=1;", "zh"],
  ])("Accept-Language %j → %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

test.each([["zh", true], ["en", true], ["zh-CN", false], ["", false], [undefined, false], [{}, false]])("isLocale(%j) is %s", (value, answer) => {
  expect(isLocale(value)).toBe(answer);
});
