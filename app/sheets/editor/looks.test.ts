import { describe, expect, test } from "vitest";
import type { ColumnDefinition, TableDefinition } from "../definition";
import { cardColumns, columnPixels, fieldGroups, headerGroups, ratingValues, splitComputed, tableLook } from "./looks";

const label = { zh: "列", en: "column" };
const column = (id: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({ id, type: "text", label, ...more });
const table = (more: Partial<TableDefinition>): TableDefinition => ({ id: "t", title: label, rowName: label, rowTitle: "name", columns: [], ...more });
const fixed = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `f${at}`, label }));

test("a table's look follows from the sheet's shape and its fixed rows", () => {
  expect(tableLook({ shape: "matrix" }, table({ fixed: fixed(3) }))).toBe("columns");
  expect(tableLook({ shape: "matrix" }, table({ fixed: fixed(5) }))).toBe("grid");
  expect(tableLook({ shape: "matrix" }, table({}))).toBe("grid");
  expect(tableLook({ shape: "checklist" }, table({ fixed: fixed(9) }))).toBe("checklist");
  expect(tableLook({ shape: "checklist" }, table({}))).toBe("grid");
  expect(tableLook({ shape: "stages" }, table({ fixed: fixed(4) }))).toBe("grid");
});

test("columns are as wide as they ask, and never too narrow for their type", () => {
  expect(columnPixels(column("a", { width: 2 }))).toBe(264);
  expect(columnPixels(column("a", { width: 0.1 }))).toBe(112);
  expect(columnPixels(column("a", { type: "long-text" }))).toBe(208);
});

describe("headerGroups", () => {
  test("joins neighbours only", () => {
    expect(headerGroups([column("a"), column("b", { group: "x" }), column("c", { group: "x" }), column("d"), column("e", { group: "x" })])).toEqual([
      { group: null, span: 1 },
      { group: "x", span: 2 },
      { group: null, span: 1 },
      { group: "x", span: 1 },
    ]);
  });
  test("is left out where no column has a group", () => {
    expect(headerGroups([column("a"), column("b")])).toBeNull();
  });
});

test("fields stand by their groups; those without, or of an unknown one, come first", () => {
  const groups = [{ id: "deal", title: label }, { id: "empty", title: label }];
  const fields = [column("a", { group: "deal" }), column("b"), column("c", { group: "gone" })];
  expect(fieldGroups({ fields, groups }).map((group) => [group.id, group.fields.map(({ id }) => id)])).toEqual([[null, ["b", "c"]], ["deal", ["a"]]]);
});

test("a card shows choices and figures before texts, and not its own title", () => {
  const columns = [column("name"), column("note", { type: "long-text" }), column("owner", { required: true }), column("due"), column("sum", { formula: "1" }), column("role", { type: "choice" })];
  expect(cardColumns(table({ columns })).map(({ id }) => id)).toEqual(["role", "sum", "owner", "due", "note"]);
  expect(splitComputed(columns).computed.map(({ id }) => id)).toEqual(["sum"]);
});

test("ratings go from their least to their most", () => {
  expect(ratingValues({ id: "r", type: "rating", label, min: -2, max: 2 })).toEqual([-2, -1, 0, 1, 2]);
});
