import { describe, expect, test } from "vitest";
import type { ColumnDefinition } from "../definition";
import type { ReadText } from "./cell-io";
import { type PasteTarget, planPaste } from "./paste-plan";

const label = { zh: "列", en: "column" };
const columns: ColumnDefinition[] = [
  { id: "name", type: "text", label },
  { id: "amount", type: "number", label },
  { id: "total", type: "number", label, formula: "amount * 2" },
  { id: "note", type: "text", label },
];
const read = (column: ColumnDefinition, text: string): ReadText => (column.type !== "number" || /^\d+$/.test(text) ? { value: text } : { problem: { code: "not-a-number" } });
const target = (rows: string[], at: [number, number], room = 5, to: [number, number] = at): PasteTarget => ({ rows, columns, room, range: { top: at[0], left: at[1], bottom: to[0], right: to[1] } });
const plan = (copied: string[][], where: PasteTarget) => planPaste(copied, where, read);
const brief = ({ cells }: ReturnType<typeof plan>) => cells.map(({ row, column, value }) => [row, column, value]);

describe("planPaste", () => {
  test("fills from the selected cell on, and adds the rows that are missing", () => {
    const planned = plan([["张", "1"], ["李", "2"], ["王", "3"]], target(["r1", "r2"], [1, 1]));
    expect(brief(planned)).toEqual([["r2", "name", "张"], ["r2", "amount", "1"], [0, "name", "李"], [0, "amount", "2"], [1, "name", "王"], [1, "amount", "3"]]);
    expect(planned).toMatchObject({ newRows: 2, unread: [], onComputed: 0, beyond: { rows: 0, columns: 0 } });
  });

  test("what cannot be read is listed with its text, not dropped", () => {
    const planned = plan([["张", "约五百"]], target(["r1"], [0, 1]));
    expect(planned.unread).toEqual([{ row: "r1", column: "amount", text: "约五百", problem: { code: "not-a-number" } }]);
    expect(brief(planned)).toEqual([["r1", "name", "张"]]);
  });

  test("computed cells are passed over, and counted where something would have been lost", () => {
    expect(plan([["1", "2", "备注"], ["1", "", "备注"]], target(["r1", "r2"], [0, 2]))).toMatchObject({ onComputed: 1, unread: [] });
  });

  test("says what found no room", () => {
    const planned = plan([["a", "1", "x"], ["b", "2", "x"], ["c", "3", "x"]], target(["r1"], [0, 4], 1));
    expect(planned).toMatchObject({ newRows: 1, beyond: { rows: 1, columns: 2 } });
    expect(brief(planned)).toEqual([["r1", "note", "a"], [0, "note", "b"]]);
  });

  test("an empty copied cell empties", () => {
    expect(brief(plan([["", " "]], target(["r1"], [0, 1])))).toEqual([["r1", "name", null], ["r1", "amount", null]]);
  });

  test("one cell fills a range, and a block repeats in its multiples only", () => {
    expect(brief(plan([["7"]], target(["r1", "r2"], [0, 2], 0, [1, 2])))).toEqual([["r1", "amount", "7"], ["r2", "amount", "7"]]);
    expect(brief(plan([["a"], ["b"]], target(["1", "2", "3", "4"], [0, 1], 0, [3, 1]))).map(([, , value]) => value)).toEqual(["a", "b", "a", "b"]);
    expect(brief(plan([["a"], ["b"]], target(["1", "2", "3"], [0, 1], 0, [2, 1]))).map(([, , value]) => value)).toEqual(["a", "b"]);
  });
});
