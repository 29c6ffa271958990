import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rubricDistance, rubricMost, rubricPoints, type Rubric, showRubric } from "./rubric";

const text = (zh: string) => ({ zh, en: `${zh} en` });
const rubric: Pick<Rubric, "criteria"> = {
  criteria: [
    { id: "a", title: text("甲"), hint: text("看"), competencies: ["x"], levels: [0, 1, 3].map((points) => ({ points, text: text(String(points)) })) },
    { id: "b", title: text("乙"), competencies: ["x"], levels: [1, 5].map((points) => ({ points, text: text(String(points)) })) },
  ],
};
const level = { a: fc.constantFrom(0, 1, 3), b: fc.constantFrom(1, 5) };
const marks = fc.record(level);

describe("rubricPoints", () => {
  it("adds levels up, and takes nothing but levels of every criterion", () => {
    expect(rubricPoints(rubric, { a: 3, b: 1 })).toEqual({ ok: true, value: { points: 4, max: 8 } });
    expect(rubricPoints(rubric, { a: 3 })).toMatchObject({ error: { code: "criterion-missing", criterion: "b" } });
    expect(rubricPoints(rubric, { a: 2, b: 1 })).toMatchObject({ error: { code: "not-a-level", levels: [0, 1, 3] } });
    expect(rubricPoints(rubric, { a: 3, b: 1, c: 1 })).toMatchObject({ error: { code: "criterion-unknown", criterion: "c" } });
  });

  it("never gives more than the most", () => {
    fc.assert(fc.property(marks, (given) => {
      const sum = rubricPoints(rubric, given);
      return sum.ok && sum.value.points <= rubricMost(rubric) && sum.value.max === rubricMost(rubric);
    }));
  });
});

describe("rubricDistance", () => {
  it("is 0 for the same mark, 1 for opposite ends, and by the range of each criterion", () => {
    expect(rubricDistance(rubric, { a: 0, b: 1 }, { a: 3, b: 5 })).toBe(1);
    expect(rubricDistance(rubric, { a: 0, b: 1 }, { a: 3, b: 1 })).toBe(0.5);
    expect(rubricDistance(rubric, { a: 0, b: 5 }, { a: 1, b: 5 })).toBeCloseTo(1 / 6, 12);
    expect(rubricDistance(rubric, { a: 0 }, { a: 3, b: 5 })).toBe(1);
    expect(rubricDistance(rubric, {}, { a: 3, b: 5 })).toBeNull();
  });

  it("is a distance: symmetric, 0…1, and no longer than a way round", () => {
    fc.assert(fc.property(marks, marks, marks, (x, y, z) => {
      const d = (p: typeof x, q: typeof x) => rubricDistance(rubric, p, q)!;
      return d(x, x) === 0 && d(x, y) === d(y, x) && d(x, y) <= 1 && d(x, z) <= d(x, y) + d(y, z) + 1e-12;
    }));
  });
});

it("shows a rubric in one language", () => {
  expect(showRubric(rubric, "en").criteria[0]).toEqual({ id: "a", title: "甲 en", hint: "看 en", levels: [{ points: 0, text: "0 en" }, { points: 1, text: "1 en" }, { points: 3, text: "3 en" }] });
  expect(showRubric(rubric, "zh").criteria[1]).not.toHaveProperty("hint");
});
