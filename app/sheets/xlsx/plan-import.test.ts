import { describe, expect, it } from "vitest";
import type { SheetContent } from "../content";
import { docOf, contentOf } from "../live/document";
import { SAMPLE_SHEET } from "../testing";
import type { RawCell } from "./cell-in";
import { planChanges } from "./plan-import";

const definition = SAMPLE_SHEET;
const full = (content: SheetContent): SheetContent => contentOf(docOf(content, definition), definition);
const base = full({
  fields: { customer: "申科", budget: "1250.50" },
  tables: { people: [{ id: "a", order: "A", cells: { name: "梁超", roles: ["user", "decider"], met: true, due: "2026-03-01", attitude: -2 } }, { id: "b", order: "B", cells: { name: "陈放" } }] },
});

const number = (digits: string): RawCell => ({ number: digits });
/** The workbook as it was made. */
function workbook(): Map<string, Map<string, RawCell>[]> {
  return new Map([
    ["", [new Map<string, RawCell>([["#", "customer"], ["value", "申科"]]), new Map<string, RawCell>([["#", "budget"], ["value", number("1250.5")]]), new Map<string, RawCell>([["#", "total"], ["value", number("999")]])]],
    [
      "people",
      [
        new Map<string, RawCell>([["#", "a"], ["name", "梁超"], ["attitude", number("-2")], ["roles", "使用者、决策者"], ["cost", null], ["met", "是"], ["due", new Date("2026-03-01T00:00:00Z")]]),
        new Map<string, RawCell>([["#", "b"], ["name", "陈放"]]),
      ],
    ],
    ["parts", [new Map<string, RawCell>([["#", "first"]]), new Map<string, RawCell>([["#", "second"]])]],
    ["goals", []],
  ]);
}
function plan(change: (tables: Map<string, Map<string, RawCell>[]>) => void = () => undefined, now = base) {
  const tables = workbook();
  change(tables);
  let ids = 0;
  return planChanges({ definition, base, now, tables, locale: "zh", currency: "CNY", references: {}, newRowId: () => `new${(ids += 1)}` });
}

describe("planChanges", () => {
  it("finds nothing in a workbook that nobody touched, whatever happened to the sheet meanwhile", () => {
    expect(plan()).toEqual({ changes: [], refused: [], edits: [] });
    const now = full({ fields: { customer: "别的" }, tables: { people: [{ id: "c", order: "C", cells: { name: "新" } }] } });
    expect(plan(undefined, now).changes).toEqual([]);
  });

  it("reads what people write: separators, signs, other words for the same", () => {
    const { edits } = plan((tables) => {
      tables.get("")![1]!.set("value", "¥1,300");
      const [first] = tables.get("people")!;
      first!.set("attitude", "2").set("roles", "decision-maker").set("met", false).set("due", "2026/4/5").set("cost", number("7.0999999999999996"));
    });
    expect(edits).toEqual([
      { do: "set", address: "budget", value: "1300" },
      { do: "set", address: "people/a/attitude", value: 2 },
      { do: "set", address: "people/a/roles", value: ["decider"] },
      { do: "set", address: "people/a/cost", value: "7.1" },
      { do: "set", address: "people/a/met", value: false },
      { do: "set", address: "people/a/due", value: "2026-04-05" },
    ]);
  });

  it("refuses what a cell cannot hold, with the reason, and leaves it as it is", () => {
    const { edits, refused } = plan((tables) => {
      tables.get("")![1]!.set("value", "很多");
      tables.get("people")![0]!.set("roles", "使用者、老板").set("met", "也许").set("due", "明天").set("attitude", number("1.5"));
    });
    expect(edits).toEqual([]);
    expect(refused).toEqual([
      { address: "budget", text: "很多", reason: "not-a-number" },
      { address: "people/a/attitude", text: "1.5", reason: "not-a-number" },
      { address: "people/a/roles", text: "使用者、老板", reason: "unknown-option" },
      { address: "people/a/met", text: "也许", reason: "not-yes-or-no" },
      { address: "people/a/due", text: "明天", reason: "not-a-date" },
    ]);
  });

  it("takes rows without an id, and copied ones, as new rows where they stand; rows that are missing as taken out", () => {
    const { edits, changes } = plan((tables) => {
      const [first] = tables.get("people")!;
      tables.set("people", [first!, new Map(first!).set("name", "抄来的"), new Map<string, RawCell>([["name", "新人"]]), new Map()]);
    });
    expect(edits.filter((edit) => edit.do !== "set")).toEqual([
      { do: "add-row", table: "people", row: "new1", after: "a" },
      { do: "add-row", table: "people", row: "new2", after: "new1" },
      { do: "remove-row", table: "people", row: "b" },
    ]);
    expect(changes.filter(({ kind }) => kind !== "cell").map(({ kind, before, after }) => [kind, before, after])).toEqual([["row-added", null, "抄来的"], ["row-added", null, "新人"], ["row-removed", "陈放", null]]);
  });

  it("says where somebody changed the same cell in the sheet since", () => {
    const now = full({ ...base, fields: { ...base.fields, customer: "申科食品" } });
    const { changes } = plan((tables) => tables.get("")![0]!.set("value", "申科(上海)"), now);
    expect(changes).toEqual([{ kind: "cell", address: "customer", before: "申科食品", after: "申科(上海)", changedSince: true }]);
  });

  it("adds no more rows than the sheet takes", () => {
    const { edits, refused } = plan((tables) => tables.get("people")!.push(...Array.from({ length: 40 }, (_, at) => new Map<string, RawCell>([["name", `n${at}`]]))));
    expect(edits.filter((edit) => edit.do === "add-row")).toHaveLength(38);
    expect(refused).toEqual([{ address: "people", text: "n38", reason: "too-many-rows" }, { address: "people", text: "n39", reason: "too-many-rows" }]);
  });
});
