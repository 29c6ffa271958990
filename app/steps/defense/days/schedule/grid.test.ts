import { describe, expect, test } from "vitest";
import { freeAt, gridTimes, mergeSpans } from "./grid";

const minute = (count: number): number => count * 60_000;
const times = (day: Partial<Parameters<typeof gridTimes>[0]>) =>
  gridTimes({ from: 0, to: minute(180), breaks: [], slotMinutes: 25, changeoverMinutes: 5, ...day }).map(({ from, to, followsOn }) => [from / 60_000, to / 60_000, followsOn]);

describe("the times of a day", () => {
  test("follow one another with the changeover in between, and end within the day", () => {
    expect(times({})).toEqual([[0, 25, false], [30, 55, true], [60, 85, true], [90, 115, true], [120, 145, true], [150, 175, true]]);
    expect(times({ to: minute(24) })).toEqual([]);
    expect(times({ to: minute(25) })).toEqual([[0, 25, false]]);
  });

  test("go round breaks, after which nobody sits in a row", () => {
    expect(times({ to: minute(150), breaks: [{ from: minute(50), to: minute(70) }] })).toEqual([[0, 25, false], [70, 95, false], [100, 125, true]]);
  });
});

test("spans that touch are one, and somebody is free only where a whole slot lies within", () => {
  expect(mergeSpans([{ from: 5, to: 8 }, { from: 0, to: 3 }, { from: 3, to: 4 }])).toEqual([{ from: 0, to: 4 }, { from: 5, to: 8 }]);
  const slots = [{ from: 0, to: 2 }, { from: 3, to: 5 }, { from: 6, to: 8 }];
  expect(freeAt(slots, null)).toEqual([true, true, true]);
  expect(freeAt(slots, [{ from: 0, to: 4 }, { from: 4, to: 7 }])).toEqual([true, true, false]);
  expect(freeAt(slots, [])).toEqual([false, false, false]);
  expect(freeAt(slots, null, [{ from: 4, to: 6 }])).toEqual([true, false, true]);
});
