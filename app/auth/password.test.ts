import { describe, expect, test } from "vitest";
import { PASSWORD_MAX, PASSWORD_MIN, passwordProblem } from "./password";

const EMAIL = "lin.lanfang@hengneng.test";

describe("passwordProblem", () => {
  test.each(["roadbook-demo", "一句好记的话就很好了啊", "correct horse", "a b c d e f", "😀😃😄😁😆😅🤣😂🙂🙃"])("takes %j", (password) => {
    expect(passwordProblem(password, EMAIL)).toBeNull();
  });

  test.each([
    ["", "password-too-short"],
    ["abcdefghi", "password-too-short"],
    // Nine characters that take eighteen code units: what a person counts, counts.
    ["😀😃😄😁😆😅🤣😂🙂", "password-too-short"],
    ["a".repeat(PASSWORD_MAX) + "b", "password-too-long"],
    [EMAIL, "password-is-email"],
    [EMAIL.toUpperCase(), "password-is-email"],
    ["lin.lanfang", "password-is-email"],
    ["aaaaaaaaaa", "password-is-repetition"],
    ["1212121212", "password-is-repetition"],
    ["aAbBaAbBaA", "password-is-repetition"],
  ])("%j: %s", (password, problem) => {
    expect(passwordProblem(password, EMAIL)).toBe(problem);
  });

  test("the limits themselves are allowed", () => {
    const varied = "abcdefghij".repeat(20);
    expect(passwordProblem(varied.slice(0, PASSWORD_MIN), EMAIL)).toBeNull();
    expect(passwordProblem(varied.slice(0, PASSWORD_MAX), EMAIL)).toBeNull();
    expect(passwordProblem(varied.slice(0, PASSWORD_MAX + 1), EMAIL)).toBe("password-too-long");
  });
});
