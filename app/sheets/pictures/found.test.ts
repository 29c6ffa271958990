import { expect, test } from "vitest";
import type { Evaluation, Finding } from "../evaluation";
import { foundAt } from "./found";

const finding = (checkId: string, at: string | null): Finding => ({ checkId, at, severity: "problem", message: { zh: "一", en: "a" }, reason: { zh: "一", en: "a" }, read: { chapter: "08-close" } });
const evaluation: Evaluation = { computed: {}, problems: {}, completeness: { complete: false, done: 0, of: 0, missing: [] }, findings: [finding("no-date", "promises/p1/due"), finding("alone", "promises/p10"), finding("whole", null)] };

test("a finding belongs to its row, whichever cell it points at, and to no row whose id begins alike", () => {
  expect(foundAt(evaluation, "promises", "p1")).toBe(true);
  expect(foundAt(evaluation, "promises", "p1", "alone")).toBe(false);
  expect(foundAt(evaluation, "promises", "p10", "alone", "no-date")).toBe(true);
  expect(foundAt(evaluation, "promises", "p")).toBe(false);
});
