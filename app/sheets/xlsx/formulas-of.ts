/** Which computed cells of a sheet go out as formulas: those of which Excel makes the same, cell by cell, as the sheet does. */
import type { Locale } from "~/i18n/locale";
import { columnAddress, fieldAddress } from "../content";
import type { CellDefinition, SheetDefinition } from "../definition";
import { evaluate } from "../evaluate";
import { exampleContent } from "../example-content";
import type { Formula } from "./formula";
import { formulaValue } from "./formula-value";
import { type Filled, gridOf, outCell } from "./grid";
import { translate } from "./translate";

/** By `<table>/<column>`, or the field's id. */
export type Formulas = ReadonlyMap<string, Formula>;

/** Relative: Excel counts in binary, the sheet in decimals. */
const TOLERANCE = 1e-9;
/** A day with which examples are looked at; which one does not matter. */
const SOME_DAY = "2026-06-15";

const candidates = new WeakMap<SheetDefinition, Map<Locale, Formulas>>();

/** Formulas for a content: each was compared on the definition's example, which is full, and on what is exported. */
export function formulasFor(filled: Filled): Formulas {
  return agreeing(candidatesOf(filled.definition, filled.locale), filled);
}

function candidatesOf(definition: SheetDefinition, locale: Locale): Formulas {
  const known = candidates.get(definition) ?? new Map<Locale, Formulas>();
  candidates.set(definition, known);
  const found = known.get(locale);
  if (found) return found;
  const all = new Map<string, Formula>();
  for (const { cell, table, key } of computedCells(definition)) {
    const formula = translate(definition, cell, table, locale);
    if (formula) all.set(key, formula);
  }
  const content = exampleContent(definition, locale, SOME_DAY);
  const example: Filled = { definition, content, locale, today: SOME_DAY, evaluation: evaluate(definition, content, { locale, today: SOME_DAY, currency: "CNY" }) };
  const formulas = agreeing(all, example);
  known.set(locale, formulas);
  return formulas;
}

export function computedCells(definition: SheetDefinition): { cell: CellDefinition; table: string | null; key: string }[] {
  const fields = definition.fields.map((cell) => ({ cell, table: null, key: cell.id }));
  const columns = definition.tables.flatMap((table) => table.columns.map((cell) => ({ cell, table: table.id, key: `${table.id}/${cell.id}` })));
  return [...fields, ...columns].filter(({ cell }) => cell.formula !== undefined);
}

function agreeing(formulas: Formulas, filled: Filled): Formulas {
  const kept = computedCells(filled.definition).filter(({ cell, table, key }) => {
    const formula = formulas.get(key);
    if (!formula) return false;
    if (table === null) return same(formulaValue(formula, gridOf(filled, null)), filled, cell, fieldAddress(cell.id));
    return (filled.content.tables[table] ?? []).every((row) => same(formulaValue(formula, gridOf(filled, row.id)), filled, cell, columnAddress(table, row.id, cell.id)));
  });
  return new Map(kept.map(({ key }) => [key, formulas.get(key)!]));
}

function same(excel: unknown, filled: Filled, cell: CellDefinition, address: string): boolean {
  const own = outCell(filled, cell, address, undefined)?.value ?? "";
  if (typeof own !== "number" || typeof excel !== "number") return own === excel;
  return Math.abs(own - excel) <= TOLERANCE * Math.max(1, Math.abs(own));
}
