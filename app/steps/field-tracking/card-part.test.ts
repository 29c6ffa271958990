import { expect, test } from "vitest";
import type { SheetContent, SheetDefinition } from "~/sheets";
import { cardRows, isCardTool } from "./card-part";

const text = (zh: string) => ({ zh, en: zh });
const column = (id: string) => ({ id, type: "text" as const, label: text(id) });
const sheet = (table: string, rowTitle: string, columns: string[]): SheetDefinition => ({
  key: "k", chapter: "c", shape: "rows", title: text(""), purpose: text(""), competencies: [], fields: [], complete: [], checks: [], picture: "none",
  tables: [{ id: table, title: text(""), rowName: text(""), rowTitle, columns: columns.map(column) }], example: { title: text(""), fields: {}, tables: {} },
});
const content = (table: string, rows: Record<string, string | number>[]): SheetContent => ({ fields: {}, tables: { [table]: rows.map((cells, at) => ({ id: `r${at}`, order: String(at), cells })) } });

test("worries that are settled stay off the card, and empty cells with them", () => {
  const definition = sheet("worries", "worry", ["worry", "holder", "state", "prevention", "due"]);
  const rows = cardRows("risk-relief", definition, content("worries", [{ worry: "停产", state: "written" }, { worry: "没人会用", state: "voiced", holder: "车间主任", prevention: "" }, { worry: "", state: "guessed" }]), 5);
  expect(rows.map(({ title }) => title)).toEqual(["没人会用"]);
  expect(rows[0]?.cells.map((cell) => cell.column.id)).toEqual(["holder", "state"]);
});

test("pains come by importance and urgency, and no more than there is room for", () => {
  const definition = sheet("pains", "pain", ["pain", "owner", "importance", "urgency"]);
  const rows = cardRows("pain-analysis", definition, content("pains", [{ pain: "a", importance: 2, urgency: 2 }, { pain: "b", importance: 5, urgency: 4 }, { pain: "c", importance: 2, urgency: 2 }]), 2);
  expect(rows.map(({ title }) => title)).toEqual(["b", "a"]);
});

test("tools without a place on the card are told apart", () => {
  expect(isCardTool("pain-analysis")).toBe(true);
  expect(isCardTool("bonus-calculator")).toBe(false);
});
