import { describe, expect, it } from "vitest";
import { POLL_SIZES, pollSize } from "./poll-layout";

const zh = (length: number) => "字".repeat(length);
const en = (length: number) => "word ".repeat(length / 5);

describe("pollSize", () => {
  it("is large for a short question and steps down as the texts grow", () => {
    const sizes = [[40, 8], [90, 20], [150, 30], [320, 60]].map(([stem, choice]) => pollSize({ paragraphs: [zh(stem!)], choices: Array.from({ length: 4 }, () => zh(choice!)) }));
    expect(sizes[0]).toBe("large");
    expect(sizes.map((size) => POLL_SIZES[size])).toEqual([...sizes.map((size) => POLL_SIZES[size])].sort((a, b) => b - a));
    expect(sizes[3]).toBe("tiny");
  });

  it("counts a Latin letter for about half a Chinese character", () => {
    const question = (text: (length: number) => string, factor: number) => pollSize({ paragraphs: [text(60 * factor)], choices: Array.from({ length: 4 }, () => text(15 * factor)) });
    expect(question(en, 1.8)).toBe(question(zh, 1));
  });
});
