import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryCursor, mergeText } from "./merge-text";

describe("mergeText", () => {
  test.each([
    ["", "ab", "", "ab"],
    ["", "", "cd", "cd"],
    ["停机", "停机3小时", "产线停机", "产线停机3小时"],
    ["停机", "产线停机", "停机3小时", "产线停机3小时"],
    ["a b c", "a b c d", "x b c", "x b c d"],
    ["", "mine", "theirs", "theirsmine"],
    ["delete me, keep me", "keep me", "delete me, keep me too", "keep me too"],
  ])("%j, mine %j, theirs %j → %j", (base, mine, theirs, merged) => {
    expect(mergeText(base, mine, theirs)).toBe(merged);
  });

  test("one side alone is taken as it is; what both add is all there", () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeText(base, other, base)).toBe(other);
        expect(mergeText(base, base, other)).toBe(other);
        expect(mergeText(base, `${base}>`, `<${base}`)).toBe(`<${base}>`);
      }),
    );
  });
});

test("a cursor stays at its character", () => {
  expect(carryCursor(4, "产线停机", "A产线停机")).toBe(5);
  expect(carryCursor(1, "产线停机", "产线停机3小时")).toBe(1);
  expect(carryCursor(3, "abcdef", "af")).toBe(1);
});
