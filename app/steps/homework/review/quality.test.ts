import { expect, it } from "vitest";
import { reviewerQuality } from "./quality";

const text = { zh: "", en: "" };
const rubric = { criteria: ["a", "b"].map((id) => ({ id, title: text, competencies: ["x"], levels: [0, 3].map((points) => ({ points, text })) })) };

it("is the mean closeness to the instructor's mark, with the number of reviews", () => {
  const quality = reviewerQuality([
    { reviewerId: "exact", rubric, review: { a: 3, b: 0 }, mark: { a: 3, b: 0 } },
    { reviewerId: "half", rubric, review: { a: 3, b: 3 }, mark: { a: 3, b: 0 } },
    { reviewerId: "half", rubric, review: { a: 3, b: 0 }, mark: { a: 3, b: 0 } },
    { reviewerId: "unknown", rubric, review: { a: 3, b: 0 }, mark: {} },
  ]);
  expect([...quality]).toEqual([["exact", { closeness: 1, n: 1 }], ["half", { closeness: 0.75, n: 2 }]]);
});
