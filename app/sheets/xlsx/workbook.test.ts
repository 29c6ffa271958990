import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { CellValue, SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { evaluate } from "../evaluate";
import { exampleContent } from "../example-content";
import { contentOf, docOf } from "../live/document";
import { readDefinitions } from "../read-definitions.server";
import { SAMPLE_SHEET } from "../testing";
import { checkWorkbook } from "./check-zip.server";
import { planChanges } from "./plan-import";
import { readWorkbook } from "./read-workbook.server";
import { writeWorkbook } from "./write-workbook.server";

const TODAY = "2026-06-15";
const SHEET_ID = "00000000-0000-4000-8000-000000000000";

function write(definition: SheetDefinition, content: SheetContent, locale: "zh" | "en"): Promise<Buffer> {
  const evaluation = evaluate(definition, content, { locale, today: TODAY, currency: "CNY" });
  return writeWorkbook({ sheetId: SHEET_ID, version: 7, definitionHash: "h", definition, content, evaluation, locale, currency: "CNY", today: TODAY, texts: { field: "项目", value: "内容", unit: "单位" } });
}

async function changesIn(file: Buffer, definition: SheetDefinition, content: SheetContent, locale: "zh" | "en") {
  const workbook = await readWorkbook(file);
  if (typeof workbook === "string") throw new Error(workbook);
  expect(workbook).toMatchObject({ sheetId: SHEET_ID, version: 7, definitionHash: "h", currency: "CNY" });
  return planChanges({ definition, base: content, now: content, tables: workbook.tables, locale, currency: "CNY", references: {}, newRowId: () => "new" });
}

describe("a sheet as a workbook, and back", () => {
  it("is the same for every sheet of the course, in both languages", async () => {
    const definitions = (await readDefinitions("content")).flatMap(({ value }) => value ?? []);
    expect(definitions.length).toBeGreaterThan(20);
    for (const definition of definitions) {
      for (const locale of ["zh", "en"] as const) {
        const content = exampleContent(definition, locale, TODAY);
        expect(await changesIn(await write(definition, content, locale), definition, content, locale), `${definition.key} ${locale}`).toEqual({ changes: [], refused: [], edits: [] });
      }
    }
  });

  it("is the same for whatever people write, also what XML cannot hold, long figures and cells that hold no figure", async () => {
    const text = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("=1+1", "  x ", "'", "_x000D_", "constructor", "__proto__", "\u{10FFFE} ", "\uFFFD", "\u0085", "\u009F", "\uFDD0", "<b>&amp;", "a\r\nb", "12.5", "2026-01-01", "TRUE"));
    const digits = fc.oneof(fc.constantFrom("0", "1250.50", "-3", "0.07", "12345678901234567890.12", "abc", "1e5", "+.5", "100.10"), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toFixed(6)));
    const cells = fc.record({ name: text, cost: digits, attitude: fc.integer({ min: -2, max: 2 }), roles: fc.subarray(["user", "decider"]), met: fc.boolean(), due: fc.constantFrom("2026-02-28", "1899-01-01", "2026-02-30", "soon") }, { requiredKeys: [] });
    const content = fc.record({ customer: text, story: text, budget: digits, rows: fc.array(cells, { maxLength: 5 }) });
    await fc.assert(
      fc.asyncProperty(content, async ({ customer, story, budget, rows }) => {
        const raw = { fields: { customer, story, budget }, tables: { people: rows.map((row, at) => ({ id: `r${at}`, order: `A${at}1`, cells: row as Record<string, CellValue> })) } };
        const sheet = contentOf(docOf(raw, SAMPLE_SHEET), SAMPLE_SHEET);
        expect(await changesIn(await write(SAMPLE_SHEET, sheet, "zh"), SAMPLE_SHEET, sheet, "zh")).toEqual({ changes: [], refused: [], edits: [] });
      }),
      { numRuns: 60 },
    );
  });

  it("shows labels and figures, computed cells with their values for programs that do not compute, and no ids", async () => {
    const content = contentOf(docOf({ fields: { customer: "申科", budget: "1250.50" }, tables: { people: [{ id: "a", order: "A", cells: { name: "梁超", roles: ["decider"], cost: "10.25" } }, { id: "b", order: "B", cells: { cost: "2" } }] } }, SAMPLE_SHEET), SAMPLE_SHEET);
    const file = await write(SAMPLE_SHEET, content, "zh");
    const [fields, people] = await readXlsx(file);
    expect(fields!.sheet).toBe("样表");
    expect(fields!.data.slice(1)).toEqual([[null, "项目", "内容", "单位"], ["customer", "客户", "申科", null], ["story", "经过", null, null], ["budget", "预算", 1250.5, "元"], ["total", "合计", 12.25, "元"]]);
    expect(people!.data.slice(1, 3)).toEqual([[null, "姓名", "态度", "角色", "费用 (元)", "见过", "日期"], ["a", "梁超", null, "决策者", 10.25, null, null]]);
    const parts = unpack(file);
    expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/<col min="1" max="1"[^>]* hidden="1"\/>/);
    expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/<row r="1" hidden="1">/);
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain("<f>SUM('人物'!$E$3:$E$54)</f><v>12.25</v>");
    expect(parts.get("xl/workbook.xml")).toMatch(/name="roadbook" state="hidden"/);
    expect(parts.get("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });
});

describe("what is no exported workbook", () => {
  const part = (name: string, text: string, claim?: number) => ({ name, data: Buffer.from(text), claim });
  const required = [part("[Content_Types].xml", '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" PartName="/xl/workbook.xml"/></Types>'), part("xl/workbook.xml", "<workbook/>")];

  it("is refused before anything reads it: other files, damaged ones, and ones that unpack to more than they say", async () => {
    expect(await checkWorkbook(Buffer.from("customer,budget\n申科,5"))).toBe("not-a-workbook");
    expect(await checkWorkbook(Buffer.alloc(0))).toBe("not-a-workbook");
    expect(await checkWorkbook(zip([part("word/document.xml", "<w/>")]))).toBe("not-a-workbook");
    expect(await checkWorkbook(Buffer.alloc(1_500_001))).toBe("too-large");
    expect(await checkWorkbook(zip(required))).toBeNull();
    expect(await checkWorkbook(zip([...required, part("xl/bomb.xml", "x".repeat(1_000_000), 10)]))).toBe("not-a-workbook");
    expect(await checkWorkbook(zip([...required, part("xl/bomb.xml", " ".repeat(30_000_000))]))).toBe("too-large");
    const good = await write(SAMPLE_SHEET, contentOf(docOf({ fields: {}, tables: {} }, SAMPLE_SHEET), SAMPLE_SHEET), "en");
    expect(await checkWorkbook(good)).toBeNull();
    for (const cut of [good.subarray(0, good.length - 30), good.subarray(100)]) expect(await readWorkbook(cut)).toBe("not-a-workbook");
    expect(["not-a-workbook", "not-an-export"]).toContain(await readWorkbook(zip(required)));
  });

  it("never throws, whatever bytes come", async () => {
    const good = await write(SAMPLE_SHEET, contentOf(docOf({ fields: { customer: "x" }, tables: {} }, SAMPLE_SHEET), SAMPLE_SHEET), "en");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(good);
        for (const { at, byte } of changes) bytes[at] = byte;
        const read = await readWorkbook(bytes);
        expect(typeof read === "string" || read.tables instanceof Map).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/** The parts of an archive as text. */
function unpack(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(file.length - 6);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [method, packed, name, extra, comment, offset] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    const data = file.subarray(start, start + packed);
    parts.set(file.toString("utf8", at + 46, at + 46 + name), (method === 8 ? inflateRawSync(data) : data).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** An archive; `claim`: what a part says of its size. */
function zip(parts: { name: string; data: Buffer; claim?: number | undefined }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claim } of parts) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claim ?? data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claim ?? data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
