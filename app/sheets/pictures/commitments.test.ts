import { expect, test } from "vitest";
import { lastWeek, ownerLanes, placeLanes } from "./commitments";
import { sheetWith } from "./testing";

const { content, evaluation } = sheetWith("sales-meeting", { held_on: "2026-11-30", next_on: "2026-12-07" }, {
  review: [{ id: "r", result: "done" }, { id: "s", result: "late" }, { id: "t", result: "done" }, { id: "u" }],
  commitments: [
    { id: "a", commitment: "见厂长，问出一个理由", owner: "林岚", due: "2026-12-05", proof: "原话" },
    { id: "b", commitment: "发清单给苏敏改", owner: "林岚", due: "2026-12-02", proof: "改过的清单" },
    { id: "c", commitment: "清一遍应收", owner: "大家", due: "2026-12-04", proof: "表" },
    { id: "d", commitment: "测两天通信", due: "2026-12-04", proof: "读数" },
    { id: "e", owner: "林岚" },
  ],
});
const lanes = ownerLanes(content, evaluation);

test("what belongs to nobody, or to everybody, stands first; the rest by owner and date", () => {
  expect(lanes.map((lane) => [lane.owner, lane.commitments.map((one) => one.id)])).toEqual([
    ["", ["c", "d"]],
    ["林岚", ["b", "a"]],
  ]);
  expect(lanes.flatMap((lane) => lane.commitments).filter((one) => one.faulty).map((one) => one.id)).toEqual(["c", "d"]);
});

test("cards lie below one another without touching", () => {
  const { lanes: placed, bottom } = placeLanes(lanes, 50);
  let last = 50;
  for (const card of placed.flatMap((lane) => lane.cards)) {
    expect(card.y).toBeGreaterThan(last);
    last = card.y + card.height;
  }
  expect(bottom).toBeGreaterThan(last);
});

test("last week is counted by result", () => {
  expect(lastWeek(content)).toEqual([
    { result: "done", count: 2 },
    { result: "late", count: 1 },
    { result: "dropped", count: 0 },
  ]);
});
