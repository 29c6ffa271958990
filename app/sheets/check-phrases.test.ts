/** Method checks that read texts must know a fault in many words, and leave alone what only sounds like it (tests/corpus/phrases.yaml). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { CellValue } from "./content";
import { evaluate } from "./evaluate";
import { readDefinitions } from "./read-definitions.server";

const written = z.array(
  z.strictObject({
    sheet: z.string(),
    check: z.string(),
    table: z.string().optional(),
    column: z.string(),
    beside: z.record(z.string(), z.custom<CellValue>()),
    flagged: z.array(z.string()).min(3),
    fine: z.array(z.string()).min(3),
  }),
);

const phrases = written.parse(parse(readFileSync("tests/corpus/phrases.yaml", "utf8")));
const definitions = new Map((await readDefinitions("content")).flatMap(({ value }) => (value === undefined ? [] : [[value.key, value] as const])));

describe.each(phrases.map((entry) => [entry.sheet, entry.check, entry] as const))("%s: %s", (_, check, { sheet, table, column, beside, flagged, fine }) => {
  const definition = definitions.get(sheet)!;
  const finds = (text: string): boolean => {
    const cells = { ...beside, [column]: text };
    const id = definition.tables.find((one) => one.id === table)?.fixed?.[0]?.id ?? "row";
    const content = table === undefined ? { fields: cells, tables: {} } : { fields: {}, tables: { [table]: [{ id, order: "a", cells }] } };
    return evaluate(definition, content, { locale: "zh", today: "2026-11-28", currency: "CNY" }).findings.some((finding) => finding.checkId === check);
  };

  test.each(flagged)("finds it in %j", (text) => expect(finds(text)).toBe(true));
  test.each(fine)("lets %j pass", (text) => expect(finds(text)).toBe(false));
});
