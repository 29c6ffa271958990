import { describe, expect, test } from "vitest";
import { harmChains, isWhole } from "./harm-chain";
import { sheetWith } from "./testing";

const whole = { id: "a", rival: "川仪", flaw: "按小时采数", harm: "尖峰看不见，需量电费每月多交4.2万", evidence: "说明书第9页", source: "papers", technique: "questions", scene: "formal", words: "您希望看到几个点？" };
const chainsOf = (...flaws: { id: string; [cell: string]: string }[]) => {
  const { content, evaluation } = sheetWith("flaw-harm-evidence", {}, { flaws });
  return harmChains(content, evaluation);
};

describe("chains from flaw to evidence", () => {
  test("hold where harm and evidence hold and the words can be said", () => {
    const [chain] = chainsOf(whole);
    expect(chain).toMatchObject({ links: { harm: "holds", evidence: "holds" }, sayable: true });
    expect(isWhole(chain!)).toBe(true);
  });

  test("break where something is missing, and are weak where a check found something", () => {
    const [chain] = chainsOf({ ...whole, harm: "按小时采数", evidence: "" });
    expect(chain?.links).toEqual({ harm: "weak", evidence: "missing" });
    expect(isWhole(chain!)).toBe(false);
  });

  test("are not ready while the words name a rival", () => {
    const [chain] = chainsOf({ ...whole, words: "川仪的表一小时一个点，您受得了吗？" });
    expect(chain?.links).toEqual({ harm: "holds", evidence: "holds" });
    expect(isWhole(chain!)).toBe(false);
  });

  test("rows without any of the three are left out", () => {
    expect(chainsOf({ id: "a", rival: "川仪" })).toEqual([]);
  });
});
