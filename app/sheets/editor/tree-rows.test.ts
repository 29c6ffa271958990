import { describe, expect, test } from "vitest";
import type { SheetRow } from "../content";
import { countBelow, moveOf, placeRows } from "./tree-rows";

const row = (id: string, parent?: string): SheetRow => ({ id, order: id, cells: {}, ...(parent === undefined ? {} : { parent }) });
const shown = (rows: SheetRow[]) => placeRows(rows, true).map(({ row: { id }, depth }) => `${"-".repeat(depth)}${id}`);

describe("placeRows", () => {
  test("a flat table is as it is", () => {
    expect(placeRows([row("b"), row("a", "b")], false).map(({ row: { id }, depth, number }) => [id, depth, number])).toEqual([["b", 0, 1], ["a", 0, 2]]);
  });

  test("children stand below their parents, whatever their order", () => {
    expect(shown([row("a1", "a"), row("a"), row("b"), row("a11", "a1"), row("a2", "a")])).toEqual(["a", "-a1", "--a11", "-a2", "b"]);
  });

  test("orphans and circles stand at the top, once", () => {
    expect(shown([row("a", "gone"), row("b", "c"), row("c", "b"), row("d", "a")])).toEqual(["a", "-d", "b", "c"]);
  });
});

describe("moveOf", () => {
  const flat = [row("a"), row("b"), row("c")];
  test.each([
    ["a", "up", null],
    ["b", "up", { after: null }],
    ["c", "up", { after: "a" }],
    ["a", "down", { after: "b" }],
    ["c", "down", null],
    ["b", "in", null],
    ["x", "up", null],
  ] as const)("%s %s in a flat table", (id, move, place) => {
    expect(moveOf(flat, id, move, false)).toEqual(place);
  });

  const tree = [row("a"), row("a1", "a"), row("a2", "a"), row("a21", "a2"), row("b")];
  test.each([
    ["a1", "up", null],
    ["a2", "up", { after: null, parent: "a" }],
    ["a", "down", { after: "b" }],
    ["b", "in", { after: "a2", parent: "a" }],
    ["a2", "in", { after: null, parent: "a1" }],
    ["a", "in", null],
    ["a1", "out", { after: "a" }],
    ["a21", "out", { after: "a2", parent: "a" }],
    ["b", "out", null],
  ] as const)("%s %s in a tree", (id, move, place) => {
    expect(moveOf(tree, id, move, true)).toEqual(place);
  });

  test("what goes with a row that is removed", () => {
    expect(countBelow(tree, "a")).toBe(3);
    expect(countBelow(tree, "b")).toBe(0);
  });
});
