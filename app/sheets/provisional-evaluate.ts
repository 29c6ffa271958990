/** Completeness by required cells and fewest rows, until formulas and checks are evaluated. */
import { columnAddress, fieldAddress, type SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import type { Evaluation, Missing } from "./evaluation";

export function evaluate(definition: SheetDefinition, content: SheetContent, _context: { locale: "zh" | "en"; today: string; currency: string }): Evaluation {
  const missing: Missing[] = [];
  let of = 0;
  const need = (there: boolean, what: Missing): void => {
    of += 1;
    if (!there) missing.push(what);
  };
  for (const field of definition.fields) if (field.required) need(content.fields[field.id] !== undefined, { kind: "cell", at: fieldAddress(field.id) });
  for (const table of definition.tables) {
    const rows = content.tables[table.id] ?? [];
    if (table.minRows) need(rows.length >= table.minRows, { kind: "rows", table: table.id, has: rows.length, needs: table.minRows });
    for (const row of rows) for (const column of table.columns) if (column.required) need(row.cells[column.id] !== undefined, { kind: "cell", at: columnAddress(table.id, row.id, column.id) });
  }
  return { computed: {}, problems: {}, completeness: { complete: missing.length === 0, done: of - missing.length, of, missing }, findings: [] };
}
