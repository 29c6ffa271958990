import { expect, test } from "vitest";
import { addRoad, funnelOf, NO_ROADS } from "./road-counts";

const now = new Date("2026-11-28T00:00:00Z");
const ago = (days: number) => now.getTime() / 1000 - days * 86_400;

test("the bottleneck is where most days are waited, all together, not where one waits longest", () => {
  const { steps, bottleneck } = funnelOf(
    [
      { step: "quiz", counts: { ...NO_ROADS, roads: 20, reached: 20, done: 10, doneSeconds: 10 * 3 * 86_400, open: 10, openSince: 10 * ago(6), learner: 7, instructor: 3 } },
      { step: "defense", counts: { ...NO_ROADS, roads: 20, reached: 2, done: 1, doneSeconds: 86_400, open: 1, openSince: ago(40), examiner: 1 } },
      { step: "field-tracking", counts: { ...NO_ROADS, roads: 20 } },
    ],
    now,
  );
  expect(bottleneck).toBe("quiz");
  expect(steps[0]).toMatchObject({ conversion: 0.5, days: 3, waitingFor: "learner" });
  expect(steps[0]!.waitingDays).toBeCloseTo(6, 9);
  expect(steps[1]!.lostDays).toBeCloseTo(40, 9);
  expect(steps[2]).toMatchObject({ conversion: null, days: null, waitingDays: null, lostDays: 0, waitingFor: null });
});

test("nobody waits, nothing is slow; counts add up", () => {
  expect(funnelOf([{ step: "quiz", counts: NO_ROADS }], now).bottleneck).toBeNull();
  const one = { ...NO_ROADS, roads: 2, reached: 1, openSince: 5 };
  expect(addRoad(one, one)).toEqual({ ...NO_ROADS, roads: 4, reached: 2, openSince: 10 });
});
