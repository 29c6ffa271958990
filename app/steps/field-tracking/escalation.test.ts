import { describe, expect, test } from "vitest";
import { chainOf, lyingStage } from "./escalation";

describe("how long it was let lie", () => {
  const due = new Date("2026-03-10T02:00:00Z");
  const at = (hours: number): string => lyingStage(due, 3, new Date(due.getTime() + hours * 3_600_000));

  test("waits, then the manager is reminded, then those above are told", () => {
    expect([at(-1), at(0), at(71), at(72)]).toEqual(["waiting", "reminder", "reminder", "escalation"]);
  });

  test("a cohort without review days still leaves the manager a day", () => {
    expect(lyingStage(due, 0, new Date(due.getTime() + 3_600_000))).toBe("reminder");
  });
});

describe("who is told", () => {
  test("the nearest managers answer; the next ones, executives and administrators are above", () => {
    const chain = chainOf(
      [
        { personId: "region", role: "manager", height: 1 },
        { personId: "team", role: "manager", height: 0 },
        { personId: "deputy", role: "manager", height: 0 },
        { personId: "company", role: "manager", height: 2 },
        { personId: "ceo", role: "executive", height: null },
        { personId: "admin", role: "administrator", height: null },
      ],
      "learner",
    );
    expect(chain.managers.sort()).toEqual(["deputy", "team"]);
    expect(chain.above.sort()).toEqual(["admin", "ceo", "region"]);
  });

  test("a manager who is also an executive is not told of their own delay, and nobody judges themselves", () => {
    const chain = chainOf(
      [
        { personId: "learner", role: "manager", height: 0 },
        { personId: "boss", role: "manager", height: 1 },
        { personId: "boss", role: "executive", height: null },
        { personId: "admin", role: "administrator", height: null },
      ],
      "learner",
    );
    expect(chain).toEqual({ managers: ["boss"], above: ["admin"] });
  });

  test("without any manager those above are all there is", () => {
    expect(chainOf([{ personId: "admin", role: "administrator", height: null }], "learner")).toEqual({ managers: [], above: ["admin"] });
  });
});
