import { describe, expect, test } from "vitest";
import { OPEN_STAGES } from "~/deals";
import { commitmentAfter, commitmentLook, DEALS_AT_FIRST, DEALS_PER_PAGE, deadlineOf, funnelOf, missingSheets, partOf, sheetsExpected, urgency } from "./meeting";

test("a stage expects the sheets of the stages before it, too", () => {
  expect(sheetsExpected("contact")).toEqual(["relationship-development"]);
  expect(missingSheets("qualify", ["pain-analysis"])).toEqual(["relationship-development", "value-proposal"]);
  const counts = OPEN_STAGES.map((stage) => sheetsExpected(stage).length);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
});

describe("deadlines", () => {
  const deal = { stage: "find", stageSince: "2026-03-01", limitDays: 21 } as const;

  test("the usual days of a stage count from when the deal entered it", () => {
    expect(deadlineOf({ ...deal, roadbook: {} }, "2026-03-22")).toEqual({ on: "2026-03-22", by: "limit", over: 0 });
    expect(deadlineOf({ ...deal, roadbook: {} }, "2026-03-25").over).toBe(3);
  });

  test("the deal's own roadbook goes before them, for this stage only", () => {
    expect(deadlineOf({ ...deal, roadbook: { find: "2026-03-10", qualify: "2026-04-01" } }, "2026-03-12")).toEqual({ on: "2026-03-10", by: "roadbook", over: 2 });
    expect(deadlineOf({ ...deal, roadbook: { qualify: "2026-04-01" } }, "2026-03-12").by).toBe("limit");
  });
});

describe("the funnel", () => {
  const deal = (stage: (typeof OPEN_STAGES)[number], minor: string, daysInStage: number, over = 0, currency = "CNY") => ({ stage, amount: { currency, minor }, daysInStage, deadline: { on: "2026-03-01", by: "limit", over } as const });

  test("counts every stage, sums exactly, and never adds up different currencies", () => {
    const funnel = funnelOf([deal("find", "9007199254740993", 4), deal("find", "1", 10, 2), deal("find", "500", 7, 0, "EUR"), deal("proposal", "30", 5)]);
    expect(funnel.map(({ stage }) => stage)).toEqual([...OPEN_STAGES]);
    expect(funnel[1]).toEqual({ stage: "find", count: 3, sums: [{ currency: "CNY", minor: "9007199254740994" }, { currency: "EUR", minor: "500" }], late: 1, medianDays: 7 });
    expect(funnel[0]).toEqual({ stage: "contact", count: 0, sums: [], late: 0, medianDays: null });
  });
});

test("a deal past its deadline goes before one that only lacks sheets", () => {
  const nothing = { overDays: 0, missingRoles: 0, missingSheets: 0, methodProblems: 0, nextActionOver: false };
  expect(urgency(nothing)).toBe(0);
  expect(urgency({ ...nothing, overDays: 1 })).toBeGreaterThan(urgency({ ...nothing, missingRoles: 4, missingSheets: 3 }));
});

describe("commitments", () => {
  test("what is settled is settled until it is reopened; what is open can be moved", () => {
    expect(commitmentAfter("open", "moved")).toBe("open");
    expect(commitmentAfter("open", "done")).toBe("done");
    expect(commitmentAfter("done", "dropped")).toBeNull();
    expect(commitmentAfter("dropped", "reopened")).toBe("open");
  });

  test("open past its day is overdue, done is done", () => {
    expect(commitmentLook({ state: "open", dueOn: "2026-03-10" }, "2026-03-10")).toBe("open");
    expect(commitmentLook({ state: "open", dueOn: "2026-03-10" }, "2026-03-11")).toBe("overdue");
    expect(commitmentLook({ state: "done", dueOn: "2026-03-10" }, "2026-03-11")).toBe("done");
  });
});

describe("which deals a meeting shows", () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ id: `d${at}`, stage: at % 2 === 0 ? ("find" as const) : ("proposal" as const) }));

  test("is the head of each stage, and whatever somebody waits on", () => {
    const shown = partOf(many, { stage: null, page: 1 }, new Set(["d3", "d59"]));
    expect(shown.map(({ id }) => id)).toEqual([...many.slice(0, DEALS_AT_FIRST * 2).map(({ id }) => id), "d59"]);
    expect(partOf(many, { stage: null, page: 1 }, new Set(many.map(({ id }) => id)))).toHaveLength(DEALS_AT_FIRST * 3);
  });

  test("is a page of one stage when that is asked for", () => {
    const pages = [1, 2, 3].map((page) => partOf(many, { stage: "find", page }, new Set()));
    expect(pages.map((page) => page.length)).toEqual([DEALS_PER_PAGE, 30 - DEALS_PER_PAGE, 0]);
    expect(pages.flat().map(({ id }) => id)).toEqual(many.filter(({ stage }) => stage === "find").map(({ id }) => id));
  });
});
