/** A small tool sheet for tests; nothing in the app imports it. */
import type { SheetDefinition } from "./definition";

const both = (zh: string, en: string) => ({ zh, en });

/** Fields of several types, a table people add rows to, one with fixed rows, and a tree. */
export const SAMPLE_SHEET: SheetDefinition = {
  key: "sample-sheet",
  chapter: "03-build-trust",
  shape: "rows",
  title: both("样表", "Sample sheet"),
  purpose: both("试一试", "To try things"),
  competencies: ["build-trust"],
  fields: [
    { id: "customer", type: "text", label: both("客户", "Customer"), required: true },
    { id: "story", type: "long-text", label: both("经过", "Story") },
    { id: "budget", type: "money", label: both("预算", "Budget") },
    { id: "total", type: "money", label: both("合计", "Total"), formula: "sum(people.cost)" },
  ],
  tables: [
    {
      id: "people",
      title: both("人物", "People"),
      rowName: both("人物", "person"),
      rowTitle: "name",
      minRows: 1,
      maxRows: 40,
      columns: [
        { id: "name", type: "text", label: both("姓名", "Name"), required: true },
        { id: "attitude", type: "rating", min: -2, max: 2, label: both("态度", "Attitude") },
        { id: "roles", type: "choices", label: both("角色", "Roles"), options: [{ id: "user", label: both("使用者", "User") }, { id: "decider", label: both("决策者", "Decision-maker") }] },
        { id: "cost", type: "money", label: both("费用", "Cost") },
        { id: "met", type: "check", label: both("见过", "Met") },
        { id: "due", type: "date", label: both("日期", "Due") },
      ],
    },
    { id: "parts", title: both("部分", "Parts"), rowName: both("部分", "part"), rowTitle: "note", fixed: [{ id: "first", label: both("一", "First") }, { id: "second", label: both("二", "Second") }], columns: [{ id: "note", type: "text", label: both("说明", "Note") }] },
    { id: "goals", title: both("目标", "Goals"), rowName: both("目标", "goal"), rowTitle: "what", tree: true, columns: [{ id: "what", type: "text", label: both("内容", "What") }] },
  ],
  complete: [],
  checks: [
    {
      id: "no-decider",
      severity: "problem",
      each: "people",
      defect: "filled(name) and not has(roles, 'decider')",
      at: "roles",
      message: both("“{{name}}”不是决策者", "“{{name}}” does not decide"),
      reason: both("要有人决定", "Somebody must decide"),
      read: { chapter: "03-build-trust" },
    },
  ],
  picture: "none",
  example: { title: both("样例", "Example"), fields: {}, tables: {} },
};
