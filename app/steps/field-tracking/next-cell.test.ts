import { expect, test } from "vitest";
import type { Evaluation, SheetContent, SheetDefinition } from "~/sheets";
import { nextCells } from "./next-cell";

const text = (zh: string) => ({ zh, en: zh });
const definition: SheetDefinition = {
  key: "people", chapter: "03", shape: "rows", title: text("人物表"), purpose: text(""), competencies: ["build-trust"],
  fields: [{ id: "customer", type: "text", label: text("客户"), required: true }],
  tables: [{ id: "people", title: text("客户的人"), rowName: text("人"), rowTitle: "name", minRows: 4, columns: [{ id: "name", type: "text", label: text("姓名"), required: true }, { id: "next", type: "text", label: text("下一步"), required: true, hint: text("有人有日期") }, { id: "due", type: "date", label: text("哪天"), required: true }] }],
  complete: [], checks: [], picture: "none", example: { title: text(""), fields: {}, tables: {} },
};
const content: SheetContent = {
  fields: { customer: "申科" },
  tables: { people: [{ id: "r1", order: "a", cells: { name: "骆启明" } }, { id: "r2", order: "b", cells: { name: "潘玉清", next: "看现场" } }] },
};
const evaluation: Pick<Evaluation, "completeness" | "findings"> = {
  completeness: {
    complete: false, done: 3, of: 9,
    missing: [{ kind: "cell", at: "people/r1/next" }, { kind: "cell", at: "people/r1/due" }, { kind: "cell", at: "people/r2/due" }, { kind: "rows", table: "people", has: 2, needs: 4 }, { kind: "rule", ruleId: "roles", text: text("四个角色都有人") }],
  },
  findings: [
    { checkId: "plus", severity: "warning", at: "people/r2", message: text("正分没有证据"), reason: text("感觉会骗人"), read: { chapter: "03" } },
    { checkId: "all", severity: "problem", at: "people/r2/due", message: text("日期过了"), reason: text("没有下一步"), read: { chapter: "03" } },
  ],
};

test("method problems first, then the row that is nearly whole, then the rest, warnings last", () => {
  expect(nextCells(definition, content, evaluation).map(({ kind, at }) => [kind, at])).toEqual([
    ["method", "people/r2/due"],
    ["cell", "people/r1/next"],
    ["cell", "people/r1/due"],
    ["rows", null],
    ["rule", null],
    ["advice", "people/r2"],
  ]);
});

test("each says whose row it is, what the cell is called and why", () => {
  const [first, second] = nextCells(definition, content, evaluation);
  expect(first).toMatchObject({ row: "潘玉清", label: text("日期过了"), why: text("没有下一步") });
  expect(second).toMatchObject({ row: "骆启明", label: text("下一步"), why: text("有人有日期") });
});

test("a whole sheet leaves nothing to do", () => {
  expect(nextCells(definition, content, { completeness: { complete: true, done: 9, of: 9, missing: [] }, findings: [] })).toEqual([]);
});
