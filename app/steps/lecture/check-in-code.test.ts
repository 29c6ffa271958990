import { describe, expect, it } from "vitest";
import { CODE_SECONDS, currentCode, isValidCode } from "./check-in-code";

const start = Date.UTC(2026, 10, 24, 6);
const at = (seconds: number) => new Date(start + seconds * 1000);

describe("check-in code", () => {
  it("is six digits that stay for a window and change with the next", () => {
    const codes = [0, 7, 19.999, 20, 39.999, 40].map((second) => currentCode("secret", at(second)).code);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes.slice(0, 3)).size).toBe(1);
    expect(new Set([codes[0], codes[3], codes[5]]).size).toBe(3);
    expect(codes[3]).toBe(codes[4]);
  });

  it("says until when it is shown", () => {
    expect(currentCode("secret", at(7)).validUntil).toEqual(at(CODE_SECONDS));
  });

  it("is taken during its window and the next one, and no longer or sooner", () => {
    const { code } = currentCode("secret", at(25));
    expect([19.999, 20, 39.999, 59.999, 60].map((second) => isValidCode("secret", code, at(second)))).toEqual([false, true, true, true, false]);
  });

  it("opens no other session, and nothing else opens it", () => {
    const { code } = currentCode("secret", at(0));
    expect(isValidCode("another", code, at(0))).toBe(false);
    for (const wrong of ["", "0", code.slice(1), `${code}0`, "abcdef", "１２３４５６"]) expect(isValidCode("secret", wrong, at(0))).toBe(false);
  });
});
