import { describe, expect, test } from "vitest";
import { fitText, textWidth, wrapText } from "./text-fit";

describe("text in pictures", () => {
  test("a Chinese character is as wide as the font is high, a Latin one about half", () => {
    expect(textWidth("潘玉清", 12)).toBe(36);
    expect(textWidth("Pan", 12)).toBeLessThan(26);
  });

  test("what fits stays as it is, what doesn't ends in an ellipsis within the width", () => {
    expect(fitText("骆启明", 12, 36)).toBe("骆启明");
    const cut = fitText("能源主管骆启明", 12, 48);
    expect(cut).toBe("能源主…");
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(48);
  });

  test("Chinese breaks anywhere but before punctuation", () => {
    expect(wrapText("先测一条老线，再谈整厂。", 10, 60, 3)).toEqual(["先测一条老", "线，再谈整", "厂。"]);
  });

  test("words stay whole", () => {
    expect(wrapText("Test one old line first", 10, 66, 5)).toEqual(["Test one old", "line first"]);
  });

  test("more lines than there is room for end in an ellipsis", () => {
    const lines = wrapText("先测一条老线，再谈整厂，最后谈集团", 10, 60, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60);
  });

  test("an empty text has no lines", () => {
    expect(wrapText("  ", 10, 60, 2)).toEqual([]);
  });
});
