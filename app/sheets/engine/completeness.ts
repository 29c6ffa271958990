/** What a sheet still lacks. */
import type { Evaluation, Missing } from "../evaluation";
import type { Run, Slot } from "./run";
import { Fault, isBlank } from "./value";

/**
 * Counts required cells (of rows in which something is written, and of fixed rows), the fewest rows of tables, rules, and typed cells
 * with something that cannot be used.
 */
export function completenessOf(run: Run): Evaluation["completeness"] {
  const missing: Missing[] = [];
  let of = 0;
  const cell = (slot: Slot): void => {
    const { cell: definition, formula } = slot.plan;
    const faulty = slot.value instanceof Fault;
    if (definition.required !== true && !(faulty && formula === null)) return;
    of += 1;
    if (faulty || isBlank(slot.value)) missing.push({ kind: "cell", at: slot.name.address });
  };
  run.fields.forEach(cell);
  let lackingRows = 0;
  run.plan.tables.forEach(({ table }, index) => {
    const rows = run.tables[index] ?? [];
    const needs = table.minRows ?? 0;
    of += needs;
    if (rows.length < needs) {
      missing.push({ kind: "rows", table: table.id, has: rows.length, needs });
      lackingRows += needs - rows.length;
    }
    for (const row of rows) row.slots.forEach(cell);
  });
  for (const { rule, when } of run.plan.rules) {
    of += 1;
    if (when.evaluate(run.frame(null)) !== true) missing.push({ kind: "rule", ruleId: rule.id, text: rule.text });
  }
  const lacking = missing.filter((entry) => entry.kind !== "rows").length + lackingRows;
  return { complete: missing.length === 0, done: of - lacking, of, missing };
}
