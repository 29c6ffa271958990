/** The zod schema of a definition file, content/sheets/<key>.yaml (docs/sheets.md). What needs more than the file: `check/`. */
import { z } from "zod";
import { CELL_TYPES, SHEET_SHAPES, type SheetDefinition } from "./definition";
import { definitionRules } from "./definition-rules.server";
import { EXPRESSION_CHARS, MOST_CHARS, MOST_ROWS } from "./limits";
import { ITEM, NAME, SLUG } from "./names";

/** The message for a value of the wrong kind; what is missing is said by zod itself. */
function kind(message: string): { error: z.core.$ZodErrorMap } {
  return { error: (issue) => (issue.input === undefined ? undefined : message) };
}

const text = z.string(kind("must be a text")).trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const name = z.string().regex(NAME, "must be letters, digits and _, beginning with a letter, such as next_action: it is a name in expressions");
const item = z.string(kind("must be a text; put it in quotes if it is a number or true/false")).regex(ITEM, "must be letters, digits, _ and -, at most 40");
const slug = z.string().regex(SLUG, "must be lower-case letters, digits and hyphens, such as pain-without-number");
const chapter = z.string().regex(/^[0-9]{2}-[a-z0-9-]+$/, "must be like 04-stimulate-needs");
const expression = z
  .string(kind("must be an expression in quotes"))
  .trim()
  .min(1, "must not be empty")
  .max(EXPRESSION_CHARS, `is longer than ${EXPRESSION_CHARS} characters — split it over several cells or checks`);
const unit = z.string(kind("must be a unit in quotes, or a list of units")).trim().min(1, "must not be empty");
const places = z.int().min(0, "must be at least 0").max(6, "must be at most 6");

const cell = {
  id: name,
  type: z.enum(CELL_TYPES, { error: `must be one of ${CELL_TYPES.join(", ")}` }),
  label: bilingual,
  hint: bilingual.optional(),
  required: z.boolean().optional(),
  options: z.array(z.strictObject({ id: item, label: bilingual, hint: bilingual.optional() })).min(1, "needs at least one option").optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  ends: z.strictObject({ min: bilingual, max: bilingual }).optional(),
  unit: z.union([unit, z.array(unit).min(2, "needs at least two units to choose from; write one unit without brackets")], { error: "must be a unit in quotes, or a list of units" }).optional(),
  decimals: places.optional(),
  formula: expression.optional(),
  of: z.string().optional(),
  maxChars: z.int().min(1, "must be at least 1").max(MOST_CHARS, `must be at most ${MOST_CHARS}`).optional(),
  group: slug.optional(),
};

const rows = z.int().min(1, "must be at least 1").max(MOST_ROWS, `must be at most ${MOST_ROWS}`);

const table = z.strictObject({
  id: name,
  title: bilingual,
  hint: bilingual.optional(),
  rowName: bilingual,
  rowTitle: name,
  fixed: z.array(z.strictObject({ id: item, label: bilingual, hint: bilingual.optional() })).min(1, "needs at least one row").optional(),
  minRows: rows.optional(),
  maxRows: rows.optional(),
  tree: z.boolean().optional(),
  columns: z.array(z.strictObject({ ...cell, width: z.number().positive("must be more than 0").max(8, "must be at most 8").optional() })).min(1, "needs at least one column"),
});

const check = z.strictObject({
  id: slug,
  severity: z.enum(["problem", "warning"], { error: "must be problem or warning" }),
  each: name.optional(),
  defect: expression,
  at: name.optional(),
  message: bilingual,
  reason: bilingual,
  read: z.strictObject({ chapter, section: slug.optional() }),
});

const quantity = z.strictObject({ value: z.string(kind('must be a number in quotes, such as "12.5"')), unit });
const exampleValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), bilingual, quantity], {
  error: "must be a text, a number, true/false, a list of option ids, {zh, en} or {value, unit}",
});

/** A definition file. Messages say what is wrong and what would be right; places are paths for `lineOf`. */
export const definitionSchema = z
  .strictObject({
    key: slug,
    chapter,
    shape: z.enum(SHEET_SHAPES, { error: `must be one of ${SHEET_SHAPES.join(", ")}` }),
    title: bilingual,
    purpose: bilingual,
    competencies: z.array(slug).min(1, "name at least one competency"),
    groups: z.array(z.strictObject({ id: slug, title: bilingual })).optional(),
    fields: z.array(z.strictObject(cell)).default([]),
    tables: z.array(table).default([]),
    complete: z.array(z.strictObject({ id: slug, when: expression, text: bilingual })).default([]),
    checks: z.array(check).default([]),
    picture: slug,
    example: z.strictObject({
      title: bilingual,
      fields: z.record(z.string(), exampleValue).default({}),
      tables: z.record(z.string(), z.array(z.intersection(z.object({ id: item }), z.record(z.string(), exampleValue)))).default({}),
    }),
  })
  .superRefine(definitionRules) satisfies z.ZodType<SheetDefinition>;
