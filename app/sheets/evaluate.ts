/** What follows from a sheet's content. Pure; runs on the server and in the browser. */
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { computedOf } from "./engine/cell-value";
import { completenessOf } from "./engine/completeness";
import { findingsOf } from "./engine/findings";
import { compileDefinition } from "./engine/plan";
import { Run, type Slot } from "./engine/run";
import { Blank, Fault } from "./engine/value";
import type { CellProblem, Evaluation } from "./evaluation";

export interface EvaluateOptions {
  /** In which language problems name cells. */
  locale: Locale;
  /** The reader's day, "2026-11-28". */
  today: string;
  /** ISO 4217; the currency of the sheet. */
  currency: string;
}

/**
 * Computes every formula, checks every value, counts what is missing and runs the method checks. Never throws: what cannot be computed
 * is a problem at its cell. Expressions are compiled once per definition (by object: keep definitions, don't copy them).
 */
export function evaluate(definition: SheetDefinition, content: SheetContent, { locale, today, currency }: EvaluateOptions): Evaluation {
  const run = new Run(compileDefinition(definition), content, today, locale);
  const computed: Evaluation["computed"] = {};
  const problems: Evaluation["problems"] = {};
  for (const slot of slotsOf(run)) {
    const { address } = slot.name;
    const problem = problemOf(slot, locale);
    if (problem !== null) problems[address] = problem;
    const result = slot.plan.formula === null ? null : computedOf(slot.plan, slot.value);
    if (result !== null) computed[address] = result;
  }
  return { computed, problems, completeness: completenessOf(run), findings: findingsOf(run, computed, currency) };
}

function slotsOf(run: Run): Slot[] {
  return [...run.fields, ...run.tables.flatMap((rows) => rows.flatMap((row) => row.slots))];
}

/** A fault says where it comes from: at its own cell as what it is, at cells that depend on it as not computable, with that cell's name. */
function problemOf(slot: Slot, locale: Locale): CellProblem | null {
  const { value } = slot;
  if (value instanceof Fault) {
    if (value.cell !== null && value.cell.address !== slot.name.address) return { code: "not-computable", detail: pick(value.cell.label, locale) };
    return value.detail === undefined ? { code: value.code } : { code: value.code, detail: value.detail };
  }
  if (value instanceof Blank && value.cell !== null && slot.plan.formula !== null && slot.hasInput) return { code: "needs-value", detail: pick(value.cell.label, locale) };
  return null;
}
