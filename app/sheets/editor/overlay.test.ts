import { expect, test } from "vitest";
import type { SheetContent } from "../content";
import { withCells } from "./overlay";

test("cells are written over, emptied, and left out where there is no such row; the content itself stays", () => {
  const content: SheetContent = { fields: { a: "1", b: "2" }, tables: { t: [{ id: "r", order: "1", cells: { x: "x", y: "y" } }] } };
  const kept = structuredClone(content);
  const over = withCells(content, new Map<string, string | null>([["a", "new"], ["b", null], ["t/r/x", "X"], ["t/r/y", null], ["t/gone/x", "?"], ["u/r/x", "?"]]));
  expect(over.fields).toEqual({ a: "new" });
  expect(over.tables.t).toEqual([{ id: "r", order: "1", cells: { x: "X" } }]);
  expect(content).toEqual(kept);
});
