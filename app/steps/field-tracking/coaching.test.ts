import { expect, test } from "vitest";
import { followUpDue, OBSERVED_LEVELS, shareOfLevel, sharesOf } from "./coaching";

test("the scale runs from nothing to everything", () => {
  expect(OBSERVED_LEVELS.map(shareOfLevel)).toEqual([0, 1 / 3, 2 / 3, 1]);
});

test("several observations of one skill in one visit are one look at it", () => {
  const lines = [
    { competency: "negotiation", level: 0 },
    { competency: "communication", level: 3 },
    { competency: "negotiation", level: 3 },
  ] as const;
  expect(sharesOf(lines)).toEqual([
    { competency: "communication", share: 1 },
    { competency: "negotiation", share: 0.5 },
  ]);
  expect(sharesOf([])).toEqual([]);
});

test("a follow-up is due on its day and overdue after it, until it was done", () => {
  const on = (today: string, followedUp = false) => followUpDue({ followUpOn: "2026-04-10", followedUp }, today);
  expect([on("2026-04-09"), on("2026-04-10"), on("2026-04-11"), on("2026-05-01", true)]).toEqual(["ahead", "due", "overdue", "done"]);
});
