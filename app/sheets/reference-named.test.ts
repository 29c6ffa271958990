import { describe, expect, test } from "vitest";
import type { CellDefinition } from "./definition";
import { parseCell } from "./parse-cell";
import { type OfferedRow, rowNamed, shownRow } from "./reference-named";

const row = (sheetId: string, rowId: string, label: string, sheet: string): OfferedRow => ({ sheetId, rowId, label, sheet });
const ROWS = [row("s1", "a", "盘点慢", "申科食品"), row("s1", "b", "Line stops", "申科食品"), row("s2", "c", "盘点慢", "恒能"), row("s3", "d", "返工多", "恒能"), row("s3", "e", "返工多", "恒能")];

describe("rowNamed", () => {
  test("finds a row by its name, whatever its case, width and blanks", () => {
    expect(rowNamed(ROWS, " line  STOPS ")).toEqual({ ok: true, value: { sheetId: "s1", rowId: "b", label: "Line stops" } });
  });

  test("tells rows of one name apart by their sheets, and does not guess", () => {
    expect(rowNamed(ROWS, "盘点慢")).toEqual({ ok: false, reason: "several-rows" });
    expect(rowNamed(ROWS, shownRow(ROWS[2]!))).toEqual({ ok: true, value: { sheetId: "s2", rowId: "c", label: "盘点慢" } });
    expect(rowNamed(ROWS, "返工多 · 恒能")).toEqual({ ok: false, reason: "several-rows" });
  });

  test("says where there is none", () => {
    expect([rowNamed(ROWS, "盘点"), rowNamed([], "盘点慢")]).toEqual([{ ok: false, reason: "no-such-row" }, { ok: false, reason: "no-such-row" }]);
  });
});

test("a reference is typed by the name of its row", () => {
  const cell: CellDefinition = { id: "pain", type: "reference", of: "pain-analysis.pains", label: { zh: "痛点", en: "Pain" } };
  const read = (text: string) => parseCell(cell, text, "2026-11-28", { "pain-analysis.pains": ROWS });
  expect(read("Line stops")).toEqual({ value: { sheetId: "s1", rowId: "b", label: "Line stops" } });
  expect(read("盘点慢")).toEqual({ problem: { code: "several-rows", detail: "盘点慢" } });
  expect(read("没有的")).toEqual({ problem: { code: "no-such-row", detail: "没有的" } });
  expect(read(" ")).toEqual({ value: null });
  expect(parseCell(cell, "Line stops", "2026-11-28")).toEqual({ problem: { code: "no-such-row", detail: "Line stops" } });
});
