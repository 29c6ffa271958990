/** A definition made ready for evaluation, once per definition: units parsed, expressions compiled. */
import type { CellDefinition, ColumnDefinition, CompletenessRule, FieldDefinition, MethodCheck, SheetDefinition, TableDefinition } from "../definition";
import { type Compiled, compileExpression } from "./compile";
import { type NamedTable, type Place } from "./names";
import { ExpressionError } from "./tree";
import { parseUnit, PLAIN, type Unit } from "./units";

export interface CellPlan<C extends CellDefinition = CellDefinition> {
  cell: C;
  index: number;
  /** What the value is in: the declared unit, `CNY` for money; with several units the first. */
  unit: Unit;
  units: ReadonlyMap<string, Unit>;
  /** Null for cells that are typed into; "broken" where the formula is none. */
  formula: Compiled | "broken" | null;
}

export interface TablePlan {
  table: TableDefinition;
  index: number;
  columns: CellPlan<ColumnDefinition>[];
}

export interface CheckPlan {
  check: MethodCheck;
  /** Null for the sheet as a whole. */
  table: TablePlan | null;
  defect: Compiled;
}

export interface Plan {
  definition: SheetDefinition;
  fields: CellPlan<FieldDefinition>[];
  tables: TablePlan[];
  rules: { rule: CompletenessRule; when: Compiled }[];
  checks: CheckPlan[];
  /** Expressions that are none, and what they belong to. Definitions that were checked have none. */
  broken: { path: (string | number)[]; message: string }[];
}

const plans = new WeakMap<SheetDefinition, Plan>();

/** The plan of a definition; the same object for the same definition. Never throws: what is wrong is in `broken`. */
export function compileDefinition(definition: SheetDefinition): Plan {
  const plan = plans.get(definition) ?? makePlan(definition);
  plans.set(definition, plan);
  return plan;
}

function makePlan(definition: SheetDefinition): Plan {
  const broken: Plan["broken"] = [];
  const compile = (text: string, rows: readonly NamedTable[], path: (string | number)[]): Compiled | null => {
    const place: Place = { definition, rows };
    try {
      return compileExpression(text, place);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      broken.push({ path, message: error.message });
      return null;
    }
  };
  const cellPlan = <C extends CellDefinition>(cell: C, index: number, rows: readonly NamedTable[], path: (string | number)[]): CellPlan<C> => ({
    cell,
    index,
    ...unitsOf(cell),
    formula: cell.formula === undefined ? null : (compile(cell.formula, rows, [...path, "formula"]) ?? "broken"),
  });
  const tables = definition.tables.map((table, index) => ({
    table,
    index,
    columns: table.columns.map((column, at) => cellPlan(column, at, [{ table, index }], ["tables", index, "columns", at])),
  }));
  return {
    definition,
    broken,
    fields: definition.fields.map((field, at) => cellPlan(field, at, [], ["fields", at])),
    tables,
    rules: definition.complete.flatMap((rule, at) => {
      const when = compile(rule.when, [], ["complete", at, "when"]);
      return when === null ? [] : [{ rule, when }];
    }),
    checks: definition.checks.flatMap((check, at) => {
      const table = tables.find((entry) => entry.table.id === check.each) ?? null;
      const defect = compile(check.defect, table === null ? [] : [table], ["checks", at, "defect"]);
      return defect === null ? [] : [{ check, table, defect }];
    }),
  };
}

const MONEY = parseUnit("CNY") ?? PLAIN;

function unitsOf({ type, unit }: CellDefinition): { unit: Unit; units: ReadonlyMap<string, Unit> } {
  if (type === "money") return { unit: MONEY, units: new Map() };
  const names = unit === undefined ? [] : [unit].flat();
  const units = new Map(names.map((name) => [name, parseUnit(name) ?? PLAIN]));
  return { unit: units.get(names[0] ?? "") ?? PLAIN, units };
}
