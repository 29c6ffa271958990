import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, content, definition, table, TODAY } from "./engine/testing";
import { absoluteDay, exampleContent } from "./example-content";
import { parseDefinition } from "./read-definitions.server";
import { SAMPLE_FILE } from "./sample-sheet";
import { validateContent } from "./validate-content.server";

const sample = parseDefinition("sample", SAMPLE_FILE).value!;
const tree = definition({ tables: [table("goals", [cell("what", "text")], { tree: true, maxRows: 2 }), table("parts", [cell("note", "text")], { fixed: [{ id: "first", label: { zh: "一", en: "First" } }] })] });
const issues = (of: typeof sample, raw: unknown) => {
  const result = validateContent(of, raw);
  return result.ok ? [] : result.error.issues.map(({ at, code }) => `${code} ${at}`);
};
const row = (id: string, cells: object, more: object = {}) => ({ id, order: "V", cells, ...more });

describe("a content from outside", () => {
  it("is taken as it is where it can be one, sensible or not", () => {
    for (const locale of ["zh", "en"] as const) {
      const example = exampleContent(sample, locale, TODAY);
      expect(validateContent(sample, JSON.parse(JSON.stringify(example)))).toEqual({ ok: true, value: example });
    }
    expect(issues(sample, content({ horizon: "plenty", outlay: "-5" }))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["nothing", null, "shape "],
    ["no tables", { fields: {} }, "shape tables"],
    ["more than a content", { fields: {}, tables: {}, admin: true }, "shape "],
    ["a float", { fields: { horizon: { value: 3, unit: "year" } }, tables: {} }, "shape fields/horizon"],
    ["an unknown field", { fields: { colour: "red" }, tables: {} }, "unknown colour"],
    ["an unknown table", { fields: {}, tables: { rows: [] } }, "unknown rows"],
    ["an unknown column", { fields: {}, tables: { points: [row("a", { colour: "red" })] } }, "unknown points/a/colour"],
    ["a computed cell", { fields: { profit: "9" }, tables: {} }, "computed profit"],
    ["a text as a rating", { fields: {}, tables: { points: [row("a", { importance: "5" })] } }, "kind points/a/importance"],
    ["a list as a text", { fields: { customer: ["a"] }, tables: {} }, "kind customer"],
    ["a row twice", { fields: {}, tables: { points: [row("a", {}), row("a", {})] } }, "row points/a"],
    ["a parent outside a tree", { fields: {}, tables: { points: [row("a", {}, { parent: "b" }), row("b", {})] } }, "row points/a"],
    ["an id that is none", { fields: {}, tables: { points: [row("a/b", {})] } }, "shape tables/points/0/id"],
    ["a place that is none", { fields: {}, tables: { points: [{ ...row("a", {}), order: "" }] } }, "shape tables/points/0/order"],
  ])("%s is refused, with its place", (_, raw, issue) => expect(issues(sample, raw)).toContain(issue));

  it("holds rows of a tree by their parents, fixed rows by their names, and no more rows than there may be", () => {
    expect(issues(tree, { fields: {}, tables: { goals: [row("a", {}), row("b", {}, { parent: "a" })], parts: [row("first", { note: "x" })] } })).toEqual([]);
    expect(issues(tree, { fields: {}, tables: { goals: [row("a", {}, { parent: "a" })] } })).toEqual(["row goals/a"]);
    expect(issues(tree, { fields: {}, tables: { goals: [row("a", {}, { parent: "gone" })] } })).toEqual(["row goals/a"]);
    expect(issues(tree, { fields: {}, tables: { goals: ["a", "b", "c"].map((id) => row(id, {})) } })).toEqual(["rows goals"]);
    expect(issues(tree, { fields: {}, tables: { parts: [row("second", {})] } })).toEqual(["row parts/second"]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (raw) => {
        expect(validateContent(sample, raw).ok).toBe(false);
        expect(typeof validateContent(sample, { fields: raw, tables: {} }).ok).toBe("boolean");
      }),
    );
  });
});

describe("examples", () => {
  it("have their texts in one language, numbers as decimals, rows in order", () => {
    const example = exampleContent(sample, "en", TODAY);
    expect(example.fields).toEqual({ customer: "Shenke Foods", horizon: "3", rate: "8", outlay: "150000" });
    const [first, second] = example.tables["points"]!;
    expect([first?.cells["owner"], first?.cells["importance"], first?.cells["due"]]).toEqual(["Li Min", 5, "2026-12-15"]);
    expect(first!.order < second!.order).toBe(true);
  });

  it("may have dates relative to the day on which they are looked at", () => {
    expect(["today", "today+14", "today - 3", "2026-01-02", "later"].map((text) => absoluteDay(text, TODAY))).toEqual(["2026-11-28", "2026-12-12", "2026-11-25", "2026-01-02", "later"]);
  });

  it("have every fixed row, also those without a word", () => {
    const { tables } = exampleContent({ ...tree, example: { ...tree.example, tables: { goals: [{ id: "a", what: "x" }, { id: "b", parent: "a", what: "y" }] } } }, "zh", TODAY);
    expect(tables["parts"]?.map(({ id, cells }) => [id, cells])).toEqual([["first", {}]]);
    expect(tables["goals"]?.map(({ id, parent }) => [id, parent])).toEqual([["a", undefined], ["b", "a"]]);
  });
});
