import { describe, expect, test } from "vitest";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { nameOfRow, neighboursOf, roomFor, rowsInOrder, spotOf, spotOfMissing } from "./places";

const text = (label: string) => ({ zh: label, en: label });
const definition: SheetDefinition = {
  key: "k",
  chapter: "c",
  shape: "rows",
  title: text("t"),
  purpose: text("p"),
  competencies: [],
  fields: [{ id: "customer", type: "text", label: text("客户") }],
  tables: [
    {
      id: "people",
      title: text("人物"),
      rowName: text("人物"),
      rowTitle: "name",
      tree: true,
      maxRows: 3,
      columns: [
        { id: "name", type: "text", label: text("姓名") },
        { id: "role", type: "choice", label: text("角色"), options: [{ id: "user", label: text("使用者") }] },
      ],
    },
    { id: "parts", title: text("段"), rowName: text("段"), rowTitle: "name", fixed: [{ id: "credit", label: text("肯定") }], columns: [{ id: "name", type: "text", label: text("要点") }] },
  ],
  complete: [],
  checks: [],
  picture: "none",
  example: { title: text("e"), fields: {}, tables: {} },
};
const content: SheetContent = {
  fields: {},
  tables: {
    people: [
      { id: "a1", order: "1", parent: "a", cells: { name: " 李 " } },
      { id: "a", order: "2", cells: { name: "张" } },
      { id: "b", order: "3", cells: {} },
    ],
    parts: [{ id: "credit", order: "1", cells: {} }],
  },
};

describe("spotOf", () => {
  test.each([
    [null, "sheet"],
    ["", "sheet"],
    ["customer", "field"],
    ["people", "table"],
    ["people/a", "row"],
    ["people/a/name", "cell"],
    ["people/a/gone", undefined],
    ["gone", undefined],
    ["gone/a", undefined],
  ])("%j is a %s", (address, kind) => {
    expect(spotOf(definition, address)?.kind).toBe(kind);
  });

  test("what is missing lies at its cell or table; a rule lies nowhere", () => {
    expect(spotOfMissing({ kind: "cell", at: "people/a/name" })).toBe("people/a/name");
    expect(spotOfMissing({ kind: "rows", table: "people", has: 1, needs: 3 })).toBe("people");
    expect(spotOfMissing({ kind: "rule", ruleId: "r", text: text("r") })).toBeNull();
  });
});

test("rows follow as they are shown, and know their neighbours in their table", () => {
  expect(rowsInOrder(definition, content).map(({ address }) => address)).toEqual(["people/a", "people/a1", "people/b", "parts/credit"]);
  expect(neighboursOf(definition, content, "people/a1")).toEqual({ number: 2, count: 3, previous: "people/a", next: "people/b" });
  expect(neighboursOf(definition, content, "people/b")).toMatchObject({ next: null });
  expect(neighboursOf(definition, content, "people/gone")).toBeNull();
});

test("a row is called by its title cell, a fixed row by its label", () => {
  const [people, parts] = definition.tables as [(typeof definition.tables)[0], (typeof definition.tables)[0]];
  expect(nameOfRow(people, content.tables.people![0], "zh")).toBe("李");
  expect(nameOfRow(people, content.tables.people![2], "zh")).toBeNull();
  expect(nameOfRow({ ...people, rowTitle: "role" }, { id: "x", order: "1", cells: { role: "user" } }, "zh")).toBe("使用者");
  expect(nameOfRow(parts, content.tables.parts![0], "zh")).toBe("肯定");
  expect([roomFor(people, 1), roomFor(people, 3), roomFor(parts, 1)]).toEqual([2, 0, 0]);
});
