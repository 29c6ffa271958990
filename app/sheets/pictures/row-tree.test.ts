import { expect, test } from "vitest";
import type { SheetRow } from "../content";
import { treeLines } from "./row-tree";

const row = (id: string, parent?: string): SheetRow => ({ id, order: id, cells: {}, ...(parent === undefined ? {} : { parent }) });

test("every row stands below its parent", () => {
  const lines = treeLines([row("luo", "xie"), row("pan"), row("du", "pan"), row("xie", "pan")]);
  expect(lines.map((line) => `${line.depth} ${line.row.id}`)).toEqual(["0 pan", "1 du", "1 xie", "2 luo"]);
  expect(lines[3]!.parent).toBe(2);
});

test("rows without their parent, and rings, are drawn all the same", () => {
  expect(treeLines([row("a", "gone"), row("b", "c"), row("c", "b")]).map((line) => line.row.id)).toEqual(["a", "b", "c"]);
});
