import { expect, test } from "vitest";
import { lineThrough, satisfactionPoints } from "./satisfaction-points";
import { sheetWith } from "./testing";

const { content } = sheetWith("satisfaction-followup", {}, {
  followups: [
    { id: "late", on: "2026-05-01", expected: 3, quality: 5 },
    { id: "undated", expected: 2, quality: 2 },
    { id: "early", on: "2025-12-01", expected: 4, quality: 2 },
    { id: "half", on: "2026-01-01", quality: 3 },
    { id: "none", on: "2026-02-01" },
  ],
});
const points = satisfactionPoints(content, 0, 100);

test("follow-ups stand in the order of time inside the picture; those without scores are left out", () => {
  expect(points.map((point) => point.id)).toEqual(["early", "half", "late", "undated"]);
  expect(points.map((point) => point.x)).toEqual([12.5, 37.5, 62.5, 87.5]);
  expect(points.map((point) => point.gap)).toEqual([-2, null, 2, 0]);
});

test("a line leaves out what was not asked, and one point makes none", () => {
  expect(lineThrough(points, (point) => point.expected, (score) => score * 10)).toBe("M12.5 40L62.5 30L87.5 20");
  expect(lineThrough(points.slice(0, 1), (point) => point.quality, (score) => score)).toBe("");
});
