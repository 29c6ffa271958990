import { describe, expect, test } from "vitest";
import type { CellDefinition, SheetDefinition } from "../definition";
import { narrowed, offerOf, type SuggestSources, toggled } from "./suggest";

const text = (zh: string, en = zh) => ({ zh, en });
const role: CellDefinition = {
  id: "role",
  type: "choice",
  label: text("角色"),
  options: [
    { id: "initiator", label: text("发起者", "Initiator") },
    { id: "designer", label: text("设计者", "Designer"), hint: text("定指标的人", "Writes the criteria") },
    { id: "decision-maker", label: text("决策者", "Decision-maker") },
  ],
};
const definition: SheetDefinition = {
  key: "k",
  chapter: "c",
  shape: "rows",
  title: text("t"),
  purpose: text("p"),
  competencies: [],
  fields: [{ id: "sponsor", type: "person", label: text("支持者") }],
  tables: [{ id: "people", title: text("人"), rowName: text("人"), rowTitle: "name", columns: [{ id: "name", type: "text", label: text("姓名") }, { id: "boss", type: "person", of: "people", label: text("上级") }] }],
  complete: [],
  checks: [],
  picture: "p",
  example: { title: text("e"), fields: {}, tables: {} },
};
const sources: SuggestSources = {
  definition,
  content: { fields: { sponsor: "赵工" }, tables: { people: [{ id: "1", order: "1", cells: { name: "张伟" } }, { id: "2", order: "2", cells: {} }] } },
  locale: "zh",
  people: [{ id: "x", name: "林岚" }],
  references: { "pain-analysis.pains": [{ sheetId: "s", rowId: "r", label: "停机", sheet: "痛点分析" }] },
};
const labels = (cell: CellDefinition, value?: Parameters<typeof offerOf>[1]) => offerOf(cell, value, sources).suggestions.map(({ label }) => label);

describe("offerOf", () => {
  test("options, with what is chosen", () => {
    const offer = offerOf({ ...role, type: "choices" }, ["designer"], sources);
    expect(offer).toMatchObject({ strict: true, several: true });
    expect(offer.suggestions.filter(({ chosen }) => chosen).map(({ key }) => key)).toEqual(["designer"]);
  });
  test("ratings with the meaning of their ends, signed around zero", () => {
    const cell: CellDefinition = { id: "a", type: "rating", min: -1, max: 1, label: text("态度"), ends: { min: text("反对"), max: text("支持") } };
    expect(offerOf(cell, 1, sources).suggestions.map(({ label, hint, chosen }) => [label, hint, chosen])).toEqual([["−1", "反对", false], ["0", undefined, false], ["+1", "支持", true]]);
  });
  test("people at the customer: of the named table, else whoever is named anywhere", () => {
    expect(labels({ id: "boss", type: "person", of: "people", label: text("") })).toEqual(["张伟"]);
    expect(labels({ id: "any", type: "person", label: text("") })).toEqual(["赵工"]);
  });
  test("our people, and rows of other sheets", () => {
    expect(labels({ id: "owner", type: "member", label: text("") })).toEqual(["林岚"]);
    const pain: CellDefinition = { id: "pain", type: "reference", of: "pain-analysis.pains", label: text("") };
    expect(offerOf(pain, { sheetId: "s", rowId: "r", label: "停机" }, sources).suggestions).toEqual([{ key: "s/r", label: "停机", hint: "痛点分析", value: { sheetId: "s", rowId: "r", label: "停机" }, chosen: true }]);
    expect(labels({ ...pain, of: "none.none" })).toEqual([]);
  });
});

test("what is typed narrows: beginnings first, then insides, then hints", () => {
  const { suggestions } = offerOf(role, undefined, sources);
  expect(narrowed(suggestions, "者").map(({ key }) => key)).toEqual(["initiator", "designer", "decision-maker"]);
  expect(narrowed(suggestions, "决").map(({ key }) => key)).toEqual(["decision-maker"]);
  expect(narrowed(suggestions, "指标").map(({ key }) => key)).toEqual(["designer"]);
  expect(narrowed(suggestions, "没有")).toEqual([]);
});

test("toggling keeps the definition's order, and keeps what is no option any more", () => {
  expect(toggled(role, ["decision-maker", "old"], "initiator")).toEqual(["initiator", "decision-maker", "old"]);
  expect(toggled(role, ["initiator"], "initiator")).toBeNull();
});
