import { describe, expect, test } from "vitest";
import { mentions } from "./text";

describe("whether a word is in a text", () => {
  test.each([
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
