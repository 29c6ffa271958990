import { expect, test } from "vitest";
import { skillRows } from "./observation-rows";
import { sheetWith } from "./testing";

test("observations stand by skill; a verdict and one without reaction are not solid", () => {
  const { definition, content, evaluation } = sheetWith("coaching-observation", {}, {
    observations: [
      { id: "a", behaviour: "进门先问：“上月的单耗降了吗？”", reaction: "对方笑了", kind: "keep", skill: "communication" },
      { id: "b", behaviour: "准备不够充分", reaction: "对方看表", kind: "change", skill: "communication" },
      { id: "c", behaviour: "递上一页纸", kind: "change", skill: "presentation" },
      { id: "d", reaction: "没有写动作", kind: "keep", skill: "negotiation" },
    ],
  });
  const rows = skillRows(definition, content, evaluation);
  expect(rows.map((row) => row.skill)).toEqual(["communication", "consultative", "decision_visits", "negotiation", "presentation"]);
  expect(rows.flatMap((row) => [...row.change, ...row.keep]).map((one) => [one.id, one.solid])).toEqual([
    ["b", false],
    ["a", true],
    ["c", false],
  ]);
});
