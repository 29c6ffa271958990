import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeText } from "./merge-text";
import { textChange } from "./text-diff";

const text = fc.string({ unit: fc.constantFrom("a", "b", "客", "😀", "😁"), maxLength: 12 });

describe("textChange", () => {
  it("turns one text into the other, and cuts no character in two", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        if (!change) {
          expect(after).toBe(before);
          return;
        }
        expect(before.slice(0, change.at) + change.insert + before.slice(change.at + change.remove)).toBe(after);
        for (const part of [change.insert, before.slice(change.at, change.at + change.remove)]) expect(() => encodeURIComponent(part)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe("mergeText", () => {
  it("keeps what both wrote", () => {
    expect(mergeText("客户在意价格", "大客户在意价格", "客户在意价格和交货")).toBe("大客户在意价格和交货");
    expect(mergeText("价格", "", "价格和交货")).toBe("和交货");
    expect(["一二", "二一"]).toContain(mergeText("", "一", "二"));
  });
});
