import { describe, expect, test } from "vitest";
import { dayNumber, enablementTime } from "./enablement-steps";
import { definitionOf, sheetWith } from "./testing";

describe("the eight steps in time", () => {
  test("bars include their last day; turned or missing dates give none", () => {
    const { definition, content } = sheetWith("enablement-plan", {}, {
      steps: [
        { id: "preview", start: "2026-12-30", finish: "2026-12-31" },
        { id: "quiz", start: "2027-01-05", finish: "2027-01-04" },
        { id: "lecture", start: "2027-01-08" },
        { id: "field", start: "2027-01-07", finish: "2027-01-08" },
      ],
    });
    const { steps, months } = enablementTime(definition, content, "zh");
    expect(steps.find((step) => step.id === "preview")?.bar).toEqual({ from: 0, to: 0.2 });
    expect(steps.find((step) => step.id === "field")?.bar).toEqual({ from: 0.8, to: 1 });
    expect(steps.filter((step) => step.bar !== null)).toHaveLength(2);
    expect(months).toEqual([{ day: "2027-01-01", at: 0.2 }]);
  });

  test("an empty plan has eight steps and no line of time; a long one at most seven months", () => {
    const empty = enablementTime(definitionOf("enablement-plan"), { fields: {}, tables: {} }, "en");
    expect(empty.steps).toHaveLength(8);
    expect(empty.months).toEqual([]);
    const { definition, content } = sheetWith("enablement-plan", {}, { steps: [{ id: "preview", start: "2026-01-15", finish: "2028-03-01" }] });
    const long = enablementTime(definition, content, "zh").months;
    expect(long.length).toBeLessThanOrEqual(7);
    expect(long[0]?.day).toBe("2026-02-01");
  });

  test("days are counted from 1970", () => {
    expect([dayNumber("1970-01-02"), dayNumber("2026-11-28"), dayNumber("soon")]).toEqual([1, 20785, null]);
  });
});
