import { expect, test } from "vitest";
import { conditionStage } from "./condition";

const stage = (today: string, signedOn = "2026-04-10") => conditionStage({ due: "2026-04-20", signedOn, today });

test("a reminder two days before the date and on it, overdue from the day after", () => {
  expect(["2026-04-17", "2026-04-18", "2026-04-20", "2026-04-21", "2026-05-01"].map((day) => stage(day))).toEqual([null, "reminder", "reminder", "overdue", "overdue"]);
});

test("across the end of a month", () => {
  expect(conditionStage({ due: "2026-03-01", signedOn: "2026-02-01", today: "2026-02-26" })).toBeNull();
  expect(conditionStage({ due: "2026-03-01", signedOn: "2026-02-01", today: "2026-02-27" })).toBe("reminder");
});

test("on the day of the signature nobody is reminded of what they were just told", () => {
  expect(stage("2026-04-19", "2026-04-19")).toBeNull();
  expect(stage("2026-04-20", "2026-04-19")).toBe("reminder");
});
