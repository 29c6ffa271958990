import { expect, test } from "vitest";
import { HEAD_HEIGHT, layOutPeriods, PROMISE_HEIGHT } from "./expectation-periods";
import { sheetWith } from "./testing";

const { definition, content } = sheetWith("expectation-plan", {}, {
  periods: [{ id: "honeymoon", from: "2026-09-01", until: "2026-10-01" }],
  promises: [
    { id: "a", period: "honeymoon", promise: "没有日期的", scope: "gift" },
    { id: "b", period: "honeymoon", promise: "后一个", due: "2026-09-30", scope: "inside" },
    { id: "c", period: "honeymoon", hope: "只写了期望", due: "2026-09-10" },
    { id: "d", period: "plateau", promise: "别的时期", due: "2027-01-01", scope: "paid" },
    { id: "e", period: "honeymoon", due: "2026-09-11" },
  ],
});
const periods = layOutPeriods(definition, content, "zh", 8);

test("promises stand in their period by date, those without one last, empty ones nowhere", () => {
  expect(periods.map((period) => period.promises.map((promise) => promise.id))).toEqual([["c", "b", "a"], [], [], ["d"]]);
  expect(periods[0]?.promises.map((promise) => promise.beyond)).toEqual(["", "", "gift"]);
  expect(periods[0]?.promises[0]?.promise).toBe("只写了期望");
});

test("bands follow one another without a gap and hold their promises", () => {
  let y = 8;
  for (const period of periods) {
    expect(period.y).toBe(y);
    expect(period.height).toBeGreaterThanOrEqual(HEAD_HEIGHT + period.promises.length * PROMISE_HEIGHT);
    y += period.height;
  }
});
