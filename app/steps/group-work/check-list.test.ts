import { describe, expect, it } from "vitest";
import type { SheetContent } from "~/sheets/content";
import type { Finding, Missing } from "~/sheets/evaluation";
import { SAMPLE_SHEET } from "~/sheets/testing";
import { findingLines, missingLines } from "./check-list";

const content: SheetContent = {
  fields: {},
  tables: {
    people: [
      { id: "r1", order: "a", cells: { name: "骆启明" } },
      { id: "r2", order: "b", cells: {} },
    ],
    parts: [{ id: "first", order: "a", cells: {} }],
  },
};
const cell = (at: string): Missing => ({ kind: "cell", at });

describe("what is missing, in words", () => {
  it("names fields, rows by their title or number, and puts the cells of a row together", () => {
    const missing: Missing[] = [cell("customer"), cell("people/r1/roles"), cell("people/r1/due"), cell("people/r2/name"), cell("parts/first/note"), { kind: "rows", table: "people", has: 2, needs: 4 }, { kind: "rule", ruleId: "all", text: { zh: "四种角色都要有人", en: "Every role needs somebody" } }];
    expect(missingLines(SAMPLE_SHEET, content, missing, "zh")).toEqual([
      { kind: "cell", place: null, what: "客户" },
      { kind: "cell", place: "骆启明", what: "角色、日期" },
      { kind: "cell", place: "人物 2", what: "姓名" },
      { kind: "cell", place: "一", what: "说明" },
      { kind: "rows", place: null, what: "人物", has: 2, needs: 4 },
      { kind: "rule", place: null, what: "四种角色都要有人" },
    ]);
    expect(missingLines(SAMPLE_SHEET, content, missing, "en")[1]).toEqual({ kind: "cell", place: "骆启明", what: "Roles, Due" });
  });

  it("passes over what the definition does not have (any more)", () => {
    expect(missingLines(SAMPLE_SHEET, content, [cell("gone"), cell("people/r1/gone"), cell("gone/r1/x"), cell("a/b")], "zh")).toEqual([]);
  });
});

describe("what the checks found", () => {
  it("says problems before warnings, in the reader's language", () => {
    const finding = (checkId: string, severity: Finding["severity"]): Finding => ({ checkId, severity, at: null, message: { zh: `${checkId}中`, en: checkId }, reason: { zh: "因", en: "why" }, read: { chapter: "03-build-trust" } });
    expect(findingLines([finding("a", "warning"), finding("b", "problem"), finding("c", "warning")], "en").map((line) => line.message)).toEqual(["b", "a", "c"]);
    expect(findingLines([finding("a", "warning")], "zh")[0]).toMatchObject({ message: "a中", reason: "因" });
  });
});
