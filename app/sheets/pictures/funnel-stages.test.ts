import { expect, test } from "vitest";
import { funnelStages } from "./funnel-stages";
import { sheetWith } from "./testing";

test("width is the value's share of the greatest; conversion and stuck deals belong to their stage", () => {
  const { definition, content, evaluation } = sheetWith("funnel-review", {}, {
    stages: [
      { id: "contact", count_now: "8", value: "400", entered: "10", moved_on: "4" },
      { id: "propose", count_now: "1", value: "100", entered: "0", moved_on: "0", mean_age: "40", age_limit: "30" },
    ],
    stuck: [{ id: "a", deal: "甲", stage: "propose" }, { id: "b", stage: "propose" }],
  });
  const stages = funnelStages(definition, content, evaluation, "zh");
  expect(stages.map((stage) => [stage.id, stage.share, stage.conversion, stage.stuck])).toEqual([
    ["contact", 1, 0.4, 0],
    ["find", 0, null, 0],
    ["qualify", 0, null, 0],
    ["clarify", 0, null, 0],
    ["propose", 0.25, null, 1],
  ]);
});
