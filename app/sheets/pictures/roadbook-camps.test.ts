import { expect, test } from "vitest";
import { campsReached, roadbookCamps } from "./roadbook-camps";
import { sheetWith } from "./testing";

const { definition, content, evaluation } = sheetWith("deal-roadbook", { close_on: "2027-03-01" }, {
  stages: [
    { id: "contact", reached: "客户带我们进车间", deadline: "2026-10-01", turn_back: "进不去就停", state: "done" },
    { id: "find", reached: "痛点写进月报", deadline: "2026-11-01", turn_back: "到时候再说", state: "climbing" },
    { id: "qualify", reached: "说出预算", deadline: "2026-12-20", turn_back: "问不到就撤", state: "turned" },
    { id: "propose", reached: "发来合同草稿" },
  ],
  actions: [
    { id: "a", stage: "contact", action: "约一次", done: true },
    { id: "b", stage: "contact", action: "再约一次" },
    { id: "c", stage: "find" },
  ],
});
const camps = roadbookCamps(definition, content, evaluation, "zh");

test("a camp past its deadline is late unless it is reached or given up", () => {
  expect(camps.map((camp) => [camp.id, camp.state, camp.late])).toEqual([
    ["contact", "done", false],
    ["find", "climbing", true],
    ["qualify", "turned", false],
    ["clarify", "ahead", false],
    ["propose", "ahead", false],
  ]);
});

test("an intention is no turn-back rule, and only written actions count", () => {
  expect(camps.map((camp) => camp.canTurnBack)).toEqual([true, false, true, false, false]);
  expect(camps.map((camp) => `${camp.done}/${camp.actions}`)).toEqual(["1/2", "0/0", "0/0", "0/0", "0/0"]);
});

test("the party is where the row of reached camps ends", () => {
  expect(campsReached(camps)).toBe(1);
  expect(campsReached(camps.map((camp) => ({ ...camp, state: "done" as const })))).toBe(5);
});
