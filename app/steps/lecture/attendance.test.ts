import { describe, expect, it } from "vitest";
import { ATTENDANCE_STATUSES, attendanceOutcome, chapterStanding, countAttendance } from "./attendance";
import { arrival, checkInOpen, type SessionTimes } from "./session";

const usual = { lateCountsAsPresent: true, excusedCountsAsPresent: false };
const strict = { lateCountsAsPresent: false, excusedCountsAsPresent: false };
const lenient = { lateCountsAsPresent: true, excusedCountsAsPresent: true };

describe("attendanceOutcome", () => {
  it("follows the cohort's gate for who is late or excused, and nothing else", () => {
    const outcomes = (gate: typeof usual) => ATTENDANCE_STATUSES.filter((status) => attendanceOutcome(status, gate) === "passed");
    expect(outcomes(usual)).toEqual(["present", "late", "make-up"]);
    expect(outcomes(strict)).toEqual(["present", "make-up"]);
    expect(outcomes(lenient)).toEqual(["present", "late", "excused", "make-up"]);
  });
});

describe("chapterStanding", () => {
  it("is nothing while no class is over", () => {
    expect(chapterStanding([], usual)).toBe("retracted");
    expect(chapterStanding([{ state: "running", status: "absent" }, { state: "planned", status: "excused" }], usual)).toBe("retracted");
  });

  it("is passed by one class attended, even while it still runs", () => {
    expect(chapterStanding([{ state: "running", status: "present" }], usual)).toBe("passed");
    expect(chapterStanding([{ state: "ended", status: "absent" }, { state: "running", status: "late" }], usual)).toBe("passed");
  });

  it("is failed when every class that is over was missed, and passed again by a make-up", () => {
    expect(chapterStanding([{ state: "ended", status: "absent" }, { state: "ended", status: "excused" }], usual)).toBe("failed");
    expect(chapterStanding([{ state: "ended", status: "make-up" }, { state: "ended", status: "excused" }], usual)).toBe("passed");
  });

  it("does not count a cancelled class", () => {
    expect(chapterStanding([{ state: "cancelled", status: "present" }], usual)).toBe("retracted");
    expect(chapterStanding([{ state: "cancelled", status: "present" }, { state: "ended", status: "absent" }], usual)).toBe("failed");
  });
});

it("counts every status and who has none", () => {
  expect(countAttendance(["present", "late", null, "present", "make-up"])).toEqual({ "present": 2, "late": 1, "absent": 0, "excused": 0, "make-up": 1, "unmarked": 1 });
});

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 6) + minutes * 60_000);
const planned: SessionTimes = { startsAt: at(0), endsAt: at(180), state: "planned", startedAt: null, endedAt: null };

describe("checkInOpen", () => {
  const running: SessionTimes = { ...planned, state: "running", startedAt: at(5) };

  it("is open from 30 minutes before the start until the end", () => {
    expect([-31, -30, 0, 179, 180].map((minute) => checkInOpen(planned, at(minute)))).toEqual([false, true, true, true, false]);
  });

  it("stays open for an hour when the class runs over its time", () => {
    expect([180, 239, 240].map((minute) => checkInOpen(running, at(minute)))).toEqual([true, true, false]);
  });

  it("opens at once when the class is begun far too early", () => {
    expect(checkInOpen({ ...running, startedAt: at(-90) }, at(-80))).toBe(true);
  });

  it("is closed once the class is ended or cancelled", () => {
    expect(checkInOpen({ ...running, state: "ended", endedAt: at(60) }, at(61))).toBe(false);
    expect(checkInOpen({ ...planned, state: "cancelled" }, at(0))).toBe(false);
  });
});

describe("arrival", () => {
  it("is late after so many minutes from when the class really began", () => {
    const began = (minute: number): SessionTimes => ({ ...planned, state: "running", startedAt: at(minute) });
    expect([10, 10.01].map((minute) => arrival(began(0), 10, at(minute)))).toEqual(["present", "late"]);
    expect([29, 31].map((minute) => arrival(began(20), 10, at(minute)))).toEqual(["present", "late"]);
    expect([9, 11].map((minute) => arrival(began(-15), 10, at(minute)))).toEqual(["present", "late"]);
  });

  it("is never late for a class that has not begun", () => {
    expect(arrival(planned, 10, at(60))).toBe("present");
  });
});
