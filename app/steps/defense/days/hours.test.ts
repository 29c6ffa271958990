import { describe, expect, test } from "vitest";
import { clockTimes, hoursText, stretchOf } from "./hours";

const DAY = { startsAt: new Date("2026-04-10T01:00:00Z"), endsAt: new Date("2026-04-10T09:00:00Z") };

describe("a stretch of a day", () => {
  test.each([
    ["Asia/Shanghai", "09:00", "11:30", "2026-04-10T01:00:00.000Z", "2026-04-10T03:30:00.000Z"],
    // Beside the day: refused by the use case, but where it was meant.
    ["Asia/Shanghai", "07:00", "08:00", "2026-04-09T23:00:00.000Z", "2026-04-10T00:00:00.000Z"],
    ["Europe/Berlin", "04:00", "10:00", "2026-04-10T02:00:00.000Z", "2026-04-10T08:00:00.000Z"],
    // In New York the day begins at nine in the evening and ends at five in the morning.
    ["America/New_York", "21:30", "02:00", "2026-04-10T01:30:00.000Z", "2026-04-10T06:00:00.000Z"],
    ["America/New_York", "03:00", "05:00", "2026-04-10T07:00:00.000Z", "2026-04-10T09:00:00.000Z"],
    ["America/New_York", "22:00", "23:00", "2026-04-10T02:00:00.000Z", "2026-04-10T03:00:00.000Z"],
  ])("in %s from %s to %s", (zone, from, to, startsAt, endsAt) => {
    const period = stretchOf(DAY, zone, from, to);
    expect([period.startsAt.toISOString(), period.endsAt.toISOString()]).toEqual([startsAt, endsAt]);
    expect(clockTimes(period, zone)).toEqual({ from, to });
  });

  test("a mistyped end lies before the beginning, for the use case to refuse", () => {
    const { startsAt, endsAt } = stretchOf(DAY, "Asia/Shanghai", "15:00", "14:00");
    expect(endsAt < startsAt).toBe(true);
  });

  test("reads as clock times", () => {
    expect(hoursText([DAY], { locale: "zh", timeZone: "Asia/Shanghai", and: "、" })).toBe("09:00–17:00");
  });
});
