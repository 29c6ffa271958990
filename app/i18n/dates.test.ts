import { describe, expect, test } from "vitest";
import { daysBetween, formatDate, isoDay, isTimeZone, wallClock, zonedInstant, zoneName } from "./dates";

describe("zonedInstant", () => {
  test.each([
    ["2026-11-24", "23:59", "Asia/Shanghai", "2026-11-24T15:59:00.000Z"],
    ["2026-07-01", "09:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
    ["2026-12-01", "09:00", "America/New_York", "2026-12-01T14:00:00.000Z"],
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"], // skipped: an hour later
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"], // twice: the first
  ])("%s %s in %s", (day, time, zone, instant) => {
    expect(zonedInstant(day, time, zone).toISOString()).toBe(instant);
  });

  test("is undone by wallClock", () => {
    expect(wallClock(zonedInstant("2026-02-28", "08:15", "Asia/Urumqi"), "Asia/Urumqi")).toBe("2026-02-28T08:15:00");
  });
});

test("days are counted on the calendar of the time zone, not in hours", () => {
  const evening = new Date("2026-11-24T15:30:00Z"); // 23:30 in Shanghai
  const morning = new Date("2026-11-24T16:30:00Z"); // 00:30 the next day
  expect(daysBetween(evening, morning, "Asia/Shanghai")).toBe(1);
  expect(daysBetween(evening, morning, "UTC")).toBe(0);
  expect(isoDay(morning, "Asia/Shanghai")).toBe("2026-11-25");
});

test("dates are written as the reader writes them", () => {
  const instant = new Date("2026-11-24T06:05:00Z");
  expect(formatDate(instant, { locale: "zh", timeZone: "Asia/Shanghai" })).toBe("2026年11月24日 14:05");
  expect(formatDate(instant, { locale: "en", timeZone: "Asia/Shanghai", style: "date" })).toBe("Nov 24, 2026");
});

test("time zones are checked", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("Asia/Atlantis")).toBe(false);
});

test("time zones have the names that people use", () => {
  expect([zoneName("Asia/Shanghai", "zh"), zoneName("Asia/Shanghai", "en"), zoneName("Europe/Berlin", "en")]).toEqual(["中国时间", "China Time", "Germany Time"]);
});
