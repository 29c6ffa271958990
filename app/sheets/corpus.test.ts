/** The golden corpus: filled sheets with planted defects and clean ones (tests/corpus/sheets). How well the method checks see what a good coach would. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { parseYaml } from "~/platform/yaml-source.server";
import { CHECK_DAY } from "./check/check-example";
import type { ExampleContent, SheetDefinition } from "./definition";
import { evaluate } from "./evaluate";
import type { Finding } from "./evaluation";
import { contentOf } from "./example-content";
import { readDefinitions } from "./read-definitions.server";

const FOLDER = "tests/corpus/sheets";
const LEAST = { sheets: 60, recall: 0.95, precision: 0.9 };

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.strictObject({ value: z.string(), unit: z.string() })]);
const schema = z.strictObject({
  sheet: z.string(),
  locale: z.enum(["zh", "en"]),
  today: z.iso.date().default(CHECK_DAY),
  expect: z.array(z.string().regex(/^[a-z0-9-]+(@\w+\/[\w-]+)?$/, "must be <check> or <check>@<table>/<row>")),
  fields: z.record(z.string(), value).default({}),
  tables: z.record(z.string(), z.array(z.intersection(z.object({ id: z.string() }), z.record(z.string(), value)))).default({}),
});

interface CorpusSheet {
  file: string;
  definition: SheetDefinition;
  expected: string[];
  found: string[];
}

const definitions = new Map((await readDefinitions("content")).flatMap(({ value: definition }) => (definition === undefined ? [] : [[definition.key, definition] as const])));
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml")).sort();
const mistakes: string[] = [];
const sheets = files.flatMap((name) => readSheet(path.join(FOLDER, name)));

function readSheet(file: string): CorpusSheet[] {
  const { value: written, problems, lineOf } = parseYaml(file, readFileSync(file, "utf8"), schema, "docs/sheets.md");
  mistakes.push(...problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`));
  const definition = definitions.get(written?.sheet ?? "");
  if (written === undefined) return [];
  if (definition === undefined) {
    mistakes.push(`${file}:1: there is no sheet "${written.sheet}"`);
    return [];
  }
  const checks = new Map(definition.checks.map((check) => [check.id, check]));
  written.expect.forEach((key, at) => {
    const [id = "", place] = key.split("@");
    const check = checks.get(id);
    const row = place?.split("/") ?? [];
    if (check === undefined) mistakes.push(`${file}:${lineOf(["expect", at])}: ${definition.key} has no check "${id}"`);
    else if ((check.each ?? undefined) !== row[0]) mistakes.push(`${file}:${lineOf(["expect", at])}: ${id} looks at ${check.each === undefined ? "the sheet: no @" : `rows: @${check.each}/<row>`}`);
    else if (place !== undefined && !written.tables[row[0] ?? ""]?.some((entry) => entry.id === row[1])) mistakes.push(`${file}:${lineOf(["expect", at])}: there is no row ${place}`);
  });
  const names = { fields: definition.fields, tables: definition.tables };
  for (const id of Object.keys(written.fields)) if (!names.fields.some((field) => field.id === id && field.formula === undefined)) mistakes.push(`${file}:${lineOf(["fields", id])}: no field "${id}" to type into`);
  for (const [id, rows] of Object.entries(written.tables)) {
    const columns = names.tables.find((table) => table.id === id)?.columns;
    rows.forEach((row, at) => {
      for (const key of Object.keys(row)) {
        if (key !== "id" && key !== "parent" && !columns?.some((column) => column.id === key && column.formula === undefined)) mistakes.push(`${file}:${lineOf(["tables", id, at, key])}: no column "${key}" of ${id} to type into`);
      }
    });
  }
  const content = contentOf(definition, written as Pick<ExampleContent, "fields" | "tables">, written.locale, written.today);
  const evaluation = evaluate(definition, content, { locale: written.locale, today: written.today, currency: "CNY" });
  return [{ file, definition, expected: written.expect, found: evaluation.findings.map((finding) => keyOf(definition, finding)) }];
}

/** `check`, or `check@table/row` of a check that looks at rows. A finding at a field of such a check has no row to name. */
function keyOf(definition: SheetDefinition, { checkId, at }: Finding): string {
  const each = definition.checks.find((check) => check.id === checkId)?.each;
  return each === undefined ? checkId : `${checkId}@${(at ?? "").split("/").slice(0, 2).join("/")}`;
}

it("every file of the corpus can be read and names what there is", () => {
  expect(mistakes).toEqual([]);
});

it("is large enough, with clean sheets, both languages, and every check planted at least once", () => {
  expect(sheets.length).toBeGreaterThanOrEqual(LEAST.sheets);
  expect(sheets.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(sheets.length / 5);
  const planted = new Set(sheets.flatMap(({ definition, expected }) => expected.map((key) => `${definition.key}: ${key.split("@")[0] ?? ""}`)));
  const all = [...definitions.values()].flatMap(({ key, checks }) => checks.map(({ id }) => `${key}: ${id}`));
  expect(all.filter((check) => !planted.has(check))).toEqual([]);
});

it(`finds at least ${LEAST.recall * 100} % of what is there, and at least ${LEAST.precision * 100} % of what it finds is there`, () => {
  const count = (keys: readonly string[], among: readonly string[]): number => keys.filter((key) => among.includes(key)).length;
  const total = (of: (sheet: CorpusSheet) => number): number => sheets.reduce((sum, sheet) => sum + of(sheet), 0);
  const hits = total(({ expected, found }) => count(expected, found));
  const planted = total(({ expected }) => expected.length);
  const reported = total(({ found }) => found.length);
  const [recall, precision] = [hits / planted, hits / reported];
  const lines = sheets.flatMap(({ file, expected, found }) => [
    ...expected.filter((key) => !found.includes(key)).map((key) => `  missed  ${file}: ${key}`),
    ...found.filter((key) => !expected.includes(key)).map((key) => `  false   ${file}: ${key}`),
  ]);
  console.info([`corpus: ${sheets.length} sheets, ${planted} planted defects, ${reported} findings: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`, ...lines].join("\n"));
  expect(recall).toBeGreaterThanOrEqual(LEAST.recall);
  expect(precision).toBeGreaterThanOrEqual(LEAST.precision);
});
