/** Contents from outside (an import, a posted form) are looked at before anything is done with them. */
import { z } from "zod";
import { fail, ok, type Result } from "~/platform/result";
import type { SheetContent } from "./content";
import type { CellDefinition, SheetDefinition, TableDefinition } from "./definition";
import { MOST_ROWS, TABLE_ROWS } from "./limits";
import { cleanValue, sameValue } from "./live/cell-value";
import { isOrder } from "./live/order";

export interface ContentIssue {
  /** Where: an address, a table, a row, or "" for the whole. */
  at: string;
  /**
   * `shape`: no content at all · `unknown`: nothing of that name · `computed`: typed into a formula · `kind`: a value that the cell cannot
   * hold · `rows`: too many · `row`: an id, order or parent that cannot be, or a row that is not among the fixed ones.
   */
  code: "shape" | "unknown" | "computed" | "kind" | "rows" | "row";
}

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.strictObject({ value: z.string(), unit: z.string() }), z.strictObject({ sheetId: z.string(), rowId: z.string(), label: z.string() })]);
const cells = z.record(z.string(), value);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const row = z.strictObject({ id, order: z.string().refine(isOrder), parent: id.optional(), cells });
const schema = z.strictObject({ fields: cells, tables: z.record(z.string(), z.array(row).max(MOST_ROWS)) });

/**
 * A content of this definition, or everything about it that cannot be. Whether values make sense (a number too large, a date that is
 * none) is the evaluation's matter: people may hand in what they typed.
 */
export function validateContent(definition: SheetDefinition, raw: unknown): Result<SheetContent, { code: "not-a-content"; issues: ContentIssue[] }> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return fail({ code: "not-a-content", issues: parsed.error.issues.map((issue) => ({ at: issue.path.join("/"), code: "shape" })) });
  const content = parsed.data as SheetContent;
  const issues: ContentIssue[] = cellIssues(definition.fields, content.fields, "");
  for (const [table, rows] of Object.entries(content.tables)) {
    const found = definition.tables.find((entry) => entry.id === table);
    if (found === undefined) issues.push({ at: table, code: "unknown" });
    else issues.push(...tableIssues(found, rows));
  }
  return issues.length > 0 ? fail({ code: "not-a-content", issues }) : ok(content);
}

function cellIssues(list: readonly CellDefinition[], values: Readonly<Record<string, unknown>>, prefix: string): ContentIssue[] {
  return Object.entries(values).flatMap(([name, own]): ContentIssue[] => {
    const cell = list.find((entry) => entry.id === name);
    const at = prefix + name;
    if (cell === undefined) return [{ at, code: "unknown" }];
    if (cell.formula !== undefined) return [{ at, code: "computed" }];
    return sameValue(cleanValue(cell, own), own) ? [] : [{ at, code: "kind" }];
  });
}

function tableIssues({ id: table, columns, fixed, tree, maxRows = TABLE_ROWS }: TableDefinition, rows: SheetContent["tables"][string]): ContentIssue[] {
  const issues: ContentIssue[] = rows.length > (fixed?.length ?? maxRows) ? [{ at: table, code: "rows" }] : [];
  const ids = new Set<string>();
  for (const { id: own, parent, cells: values } of rows) {
    const at = `${table}/${own}`;
    const foreign = fixed !== undefined && !fixed.some((entry) => entry.id === own);
    const orphan = parent !== undefined && (tree !== true || parent === own || !rows.some((other) => other.id === parent));
    if (ids.has(own) || foreign || orphan) issues.push({ at, code: "row" });
    ids.add(own);
    issues.push(...cellIssues(columns, values, `${at}/`));
  }
  return issues;
}
