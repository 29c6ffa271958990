import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellManners, type GridState, type Key, pressKey } from "./grid-keys";
import { rangeOf } from "./grid-range";

const size = { rows: 4, columns: 4, page: 2 };
const text: CellManners = { fixed: false, control: "text" };
const at = (row: number, column: number, rest: Partial<GridState> = {}): GridState => ({ at: { row, column }, anchor: null, editing: false, leaving: false, ...rest });
const key = (name: string): Key => {
  const parts = name.split("+");
  return { key: parts.at(-1)!, shift: parts.includes("Shift"), command: parts.includes("Ctrl"), alt: parts.includes("Alt") };
};
const press = (state: GridState, name: string, manners = text) => pressKey(state, key(name), size, manners);

describe("on a cell", () => {
  test.each([
    ["ArrowRight", 1, 1, 1, 2],
    ["ArrowRight", 1, 3, 1, 3],
    ["ArrowLeft", 1, 1, 1, 0],
    ["ArrowUp", 0, 2, 0, 2],
    ["ArrowDown", 0, 2, 1, 2],
    ["Home", 2, 3, 2, 1],
    ["End", 2, 1, 2, 3],
    ["PageDown", 1, 1, 3, 1],
    ["PageUp", 3, 1, 1, 1],
    ["Ctrl+Home", 3, 3, 0, 1],
    ["Ctrl+End", 0, 0, 3, 3],
    ["Ctrl+ArrowDown", 0, 2, 3, 2],
    ["Tab", 0, 3, 1, 1],
    ["Tab", 1, 0, 1, 1],
    ["Shift+Tab", 1, 1, 0, 3],
  ])("%s from %i,%i", (name, row, column, toRow, toColumn) => {
    const answer = press(at(row, column), name);
    expect(answer.state.at).toEqual({ row: toRow, column: toColumn });
    expect(answer.taken).toBe(true);
  });

  test("Tab leaves at the last cell, and anywhere after Escape", () => {
    expect(press(at(3, 3), "Tab").taken).toBe(false);
    expect(press(at(0, 1), "Shift+Tab").taken).toBe(false);
    const escaped = press(at(1, 1), "Escape").state;
    expect(press(escaped, "Tab").taken).toBe(false);
    expect(press(press(escaped, "ArrowDown").state, "Tab").taken).toBe(true);
  });

  test("Shift and arrows select a range from where it began", () => {
    const one = press(at(1, 1), "Shift+ArrowDown").state;
    const two = press(one, "Shift+ArrowRight").state;
    expect(rangeOf(two, size)).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
    expect(press(two, "ArrowRight").state.anchor).toBeNull();
    expect(rangeOf(at(2, 0), size)).toEqual({ top: 2, bottom: 2, left: 1, right: 3 });
  });

  test.each([
    ["Enter", text, { do: "edit" }],
    ["F2", text, { do: "edit" }],
    ["Delete", text, { do: "empty" }],
    ["Ctrl+z", text, { do: "undo" }],
    ["Ctrl+Shift+z", text, { do: "redo" }],
    ["Ctrl+y", text, { do: "redo" }],
    ["Ctrl+Enter", text, { do: "add-row" }],
    ["Alt+ArrowUp", text, { do: "move-row", move: "up" }],
    ["Alt+ArrowRight", text, { do: "move-row", move: "in" }],
    [" ", { fixed: false, control: "check" }, { do: "toggle" }],
    ["Enter", { fixed: false, control: "check" }, { do: "toggle" }],
    ["4", { fixed: false, control: "rating" }, { do: "rate", value: 4 }],
  ] as const)("%s", (name, manners, act) => {
    expect(press(at(1, 1), name, manners).act).toEqual(act);
  });

  test("a computed cell is not typed into, and Enter on a handle opens its menu", () => {
    const fixed = { fixed: true, control: "text" } as const;
    expect(press(at(1, 1), "Enter", fixed)).toEqual({ state: at(1, 1), taken: true });
    expect(press(at(1, 1), "a", fixed).taken).toBe(false);
    expect(press(at(1, 0), "Enter").act).toEqual({ do: "menu" });
    expect(press(at(1, 0), "a").taken).toBe(false);
  });

  test("letters are left to the input that has the focus", () => {
    for (const letter of ["a", "价", " ", "7", "Process"]) expect(press(at(1, 1), letter)).toEqual({ state: at(1, 1), taken: false });
  });

  test("the browser keeps copy, paste and its own keys", () => {
    for (const name of ["Ctrl+c", "Ctrl+v", "Ctrl+f", "F5", "Shift"]) expect(press(at(1, 1), name).taken).toBe(false);
  });
});

describe("while typing", () => {
  const editing = at(1, 1, { editing: true });
  test.each([
    ["Enter", { do: "commit" }, 2, 1],
    ["Shift+Enter", { do: "commit" }, 0, 1],
    ["Tab", { do: "commit" }, 1, 2],
    ["Shift+Tab", { do: "commit" }, 0, 3],
    ["Escape", { do: "cancel" }, 1, 1],
  ] as const)("%s", (name, act, row, column) => {
    expect(press(editing, name)).toEqual({ state: at(row, column), act, taken: true });
  });

  test("arrows and letters belong to the input; Shift+Enter is a line end in a long text", () => {
    for (const name of ["ArrowLeft", "a", "Home", "Ctrl+z", "Delete"]) expect(press(editing, name)).toEqual({ state: editing, taken: false });
    expect(press(editing, "Shift+Enter", { fixed: false, control: "long-text" }).taken).toBe(false);
  });

  test("Tab in the last cell keeps what was typed and leaves", () => {
    expect(press(at(3, 3, { editing: true }), "Tab")).toEqual({ state: at(3, 3), act: { do: "commit" }, taken: false });
  });
});

test("whatever is pressed, the place lies in the grid", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown", "Tab", "Enter", "Escape", "F2", "a", "Delete"];
  const any = fc.tuple(fc.constantFrom(...keys), fc.boolean(), fc.boolean()).map(([name, shift, command]) => ({ key: name, shift, command, alt: false }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 5 }), (presses, rows, columns) => {
      const grid = { rows, columns, page: 3 };
      const end = presses.reduce((state, pressed) => pressKey(state, pressed, grid, text).state, at(0, 1));
      for (const place of [end.at, end.anchor ?? end.at]) {
        expect(place.row).toBeGreaterThanOrEqual(0);
        expect(place.row).toBeLessThan(rows);
        expect(place.column).toBeGreaterThanOrEqual(0);
        expect(place.column).toBeLessThan(columns);
      }
    }),
  );
});
