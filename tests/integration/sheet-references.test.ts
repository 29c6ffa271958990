// Cells that point at a row of another sheet: by the row's name from a workbook, and only at rows that the person is offered.
import { describe, expect, test } from "vitest";
import type { SheetContent } from "~/sheets/content";
import type { SheetDefinition } from "~/sheets/definition";
import { planImport, takeImport } from "~/sheets/index.server";
import { openSheet } from "~/sheets/open-sheet.server";
import { referencesOf } from "~/sheets/references.server";
import { SAMPLE_SHEET } from "~/sheets/testing";
import { writeWorkbook } from "~/sheets/xlsx/write-workbook.server";
import { addRow, publishSheet, put, sheetWorld, type SheetWorld } from "../factories/sheets";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const label = { zh: "约谁", en: "Whom" };
/** Visits, each to somebody on the sheet of people. */
const VISITS: SheetDefinition = {
  ...SAMPLE_SHEET,
  key: "visit-sheet",
  fields: [],
  checks: [],
  tables: [{ id: "visits", title: label, rowName: label, rowTitle: "topic", columns: [{ id: "topic", type: "text", label }, { id: "whom", type: "reference", of: "sample-sheet.people", label }] }],
};

/** A sheet of people with three rows, two of one name, and one of visits with two. */
async function visitWorld(): Promise<{ world: SheetWorld; visits: string }> {
  const world = await sheetWorld(t.db);
  await publishSheet(t.db, VISITS);
  await world.edit(0, addRow("people", "r1"), put("people/r1/name", "梁超"), addRow("people", "r2"), put("people/r2/name", "陈放"), addRow("people", "r3"), put("people/r3/name", "陈放"));
  return { world, visits: await world.make({ key: "visit-sheet" }) };
}

/** The workbook of the visits as somebody filled it in: only names stand in it. */
async function workbook({ world, visits }: { world: SheetWorld; visits: string }, whom: readonly string[]): Promise<Uint8Array> {
  const { sheet, definition } = (await openSheet(t.db, world.actors[0]!, visits))!;
  const rows = whom.map((name, at) => ({ id: `new-${at}`, order: String(at), cells: { topic: `第 ${at + 1} 次`, whom: { sheetId: "-", rowId: "-", label: name } } }));
  const content: SheetContent = { fields: {}, tables: { visits: rows } };
  const evaluation = { computed: {}, problems: {}, completeness: { complete: false, done: 0, of: 0, missing: [] }, findings: [] };
  return writeWorkbook({ sheetId: visits, version: sheet.version, definitionHash: sheet.definitionHash, definition, content, evaluation, locale: "zh", currency: "CNY", today: "2026-03-10", texts: { field: "项目", value: "内容", unit: "单位" } });
}

describe("a workbook", () => {
  test("names the row; what nobody is called, or several are, stays out and says so", async () => {
    const both = await visitWorld();
    const { world, visits } = both;
    const planned = await planImport(t.db, world.actors[0]!, { sheetId: visits, file: await workbook(both, ["梁超", "陈放", "没有这个人"]) });
    if (!planned.ok) throw new Error(planned.error.code);
    const { edits, refused, version } = planned.value;
    expect(refused.map(({ text, reason }) => [text, reason])).toEqual([["陈放", "several-rows"], ["没有这个人", "no-such-row"]]);
    expect(edits.flatMap((edit) => (edit.do === "set" && typeof edit.value === "object" ? [edit.value] : []))).toEqual([{ sheetId: world.sheetId, rowId: "r1", label: "梁超" }]);
    const taken = await world.act((trx) => takeImport(trx, world.actors[0]!, { sheetId: visits, version, edits: JSON.stringify(edits), now: world.now }));
    expect(taken).toMatchObject({ ok: true, value: { conflicts: [] } });
    const { content } = (await openSheet(t.db, world.actors[0]!, visits))!;
    expect(content.tables.visits!.map(({ cells }) => [cells.topic, cells.whom])).toEqual([["第 1 次", { sheetId: world.sheetId, rowId: "r1", label: "梁超" }], ["第 2 次", undefined], ["第 3 次", undefined]]);
  });

  test("finds nothing on sheets that one is no member of, and a plan that points there is none", async () => {
    const both = await visitWorld();
    const { world, visits } = both;
    const other = await sheetWorld(t.db);
    await other.edit(0, addRow("people", "x1"), put("people/x1/name", "外人"));
    const planned = await planImport(t.db, world.actors[0]!, { sheetId: visits, file: await workbook(both, ["外人"]) });
    expect(planned).toMatchObject({ ok: true, value: { refused: [{ text: "外人", reason: "no-such-row" }] } });
    const pointing = (sheetId: string, rowId: string) => JSON.stringify([{ do: "add-row", table: "visits", row: "v1", after: null }, put("visits/v1/whom", { sheetId, rowId, label: "外人" })]);
    const take = (edits: string) => world.act((trx) => takeImport(trx, world.actors[0]!, { sheetId: visits, version: 1, edits, now: world.now }));
    expect(await take(pointing(other.sheetId, "x1"))).toEqual({ ok: false, error: { code: "not-a-plan" } });
    expect(await take(pointing(world.sheetId, "no-such-row"))).toEqual({ ok: false, error: { code: "not-a-plan" } });
    expect(await take(pointing(world.sheetId, "r1"))).toMatchObject({ ok: true });
    expect(await referencesOf(t.db, other.actors[0]!, { definition: VISITS, sheetId: visits, locale: "zh" })).toEqual({ "sample-sheet.people": [{ sheetId: other.sheetId, rowId: "x1", label: "外人", sheet: "申科食品" }] });
  });
});
