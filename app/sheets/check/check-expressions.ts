/** Every expression of a definition: that it parses, names what exists, and that kinds and units fit. */
import type { YamlPath } from "~/platform/yaml-source.server";
import type { CellDefinition, SheetDefinition } from "../definition";
import type { NamedTable } from "../engine/names";
import { compileDefinition } from "../engine/plan";
import { ExpressionError } from "../engine/tree";
import { BASE_UNITS, conversion, parseUnit } from "../engine/units";
import { condition, inferText } from "./infer";
import { isDate, type Kind, kindOfCell, kindText } from "./kinds";

type Report = (place: YamlPath, message: string) => void;

/** Answers whether everything is right, so that the example can be evaluated. */
export function checkExpressions(definition: SheetDefinition, report: Report): boolean {
  let right = true;
  const wrong: Report = (place, message) => {
    right = false;
    report(place, message);
  };
  const { broken } = compileDefinition(definition);
  for (const { path, message } of broken) wrong(path, `${textAt(definition, path)} ${message}`);
  const known = new Set(broken.map(({ path }) => path.join(".")));
  const infer = (text: string, rows: readonly NamedTable[], place: (string | number)[], fits: (kind: Kind) => void): void => {
    if (known.has(place.join("."))) return;
    try {
      fits(inferText(text, { definition, rows }));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      wrong(place, `"${text}" ${error.message}`);
    }
  };
  const cell = (entry: CellDefinition, rows: readonly NamedTable[], place: (string | number)[]): void => {
    for (const unit of [entry.unit ?? []].flat()) {
      if (parseUnit(unit) === null) wrong([...place, "unit"], `"${unit}" is no unit — there are ${BASE_UNITS.join(", ")}, with * and / between them, and 1/year`);
    }
    if (entry.formula !== undefined) infer(entry.formula, rows, [...place, "formula"], (kind) => fitsCell(entry, kind));
  };
  definition.fields.forEach((field, at) => cell(field, [], ["fields", at]));
  definition.tables.forEach((table, index) => table.columns.forEach((column, at) => cell(column, [{ table, index }], ["tables", index, "columns", at])));
  definition.complete.forEach((rule, at) => infer(rule.when, [], ["complete", at, "when"], condition));
  definition.checks.forEach((check, at) => {
    const index = definition.tables.findIndex((table) => table.id === check.each);
    const table = definition.tables[index];
    infer(check.defect, table === undefined ? [] : [{ table, index }], ["checks", at, "defect"], condition);
  });
  return right;
}

function textAt(definition: SheetDefinition, path: readonly (string | number)[]): string {
  const text = path.reduce<unknown>((node, part) => (node as Record<string | number, unknown>)[part], definition);
  return `"${String(text)}"`;
}

/** A formula must answer what its cell holds, in the cell's unit. */
function fitsCell(cell: CellDefinition, kind: Kind): void {
  const wanted = kindOfCell(cell);
  if (kind.is === "nothing") return;
  if (wanted.is === "number" && kind.is === "number") {
    if (kind.bare === true || kind.unit === null || wanted.unit === null || conversion(kind.unit, wanted.unit) !== null) return;
    const remedy = cell.type === "number" ? ` — declare unit: ${kind.unit.key || "(none)"}, or correct the formula` : " — correct the formula, or make it a number with its unit";
    throw new ExpressionError(`answers ${kindText(kind)}, the cell holds ${kindText(wanted)}${remedy}`);
  }
  if (wanted.is === "date" && isDate(kind)) return;
  if (wanted.is !== kind.is) throw new ExpressionError(`answers ${kindText(kind)}, the cell holds ${kindText(wanted)}`);
  if (wanted.is === "text" && kind.is === "text" && wanted.among !== null) {
    if (kind.among === null) throw new ExpressionError(`answers any text, the cell holds ${kindText(wanted)}`);
    const unknown = kind.among.filter((id) => !wanted.among?.includes(id));
    if (unknown.length > 0) throw new ExpressionError(`can answer ${unknown.join(", ")} — the cell holds ${kindText(wanted)}`);
  }
}
