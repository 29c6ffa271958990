/** Which kind of value an expression answers; throws an ExpressionError where kinds or units don't fit. */
import { columnOf, meaningOf, memberMeaning, type NamedTable, type Place, tableNamed, within } from "../engine/names";
import { type Expr, ExpressionError, parseExpression } from "../engine/tree";
import { combineUnits, PLAIN, type Unit } from "../engine/units";
import { inferCall } from "./infer-call";
import { checkEqual, COUNT, either, FLAG, isDate, type Kind, kindOfCell, kindText, together } from "./kinds";

/** The kind of an expression's text in a place. */
export function inferText(text: string, place: Place): Kind {
  return infer(parseExpression(text), place);
}

export function infer(expr: Expr, place: Place): Kind {
  switch (expr.kind) {
    case "constant":
      if (expr.value === null) return { is: "nothing" };
      if (typeof expr.value === "boolean") return FLAG;
      if (typeof expr.value === "string") return { is: "text", among: [expr.value] };
      return { is: "number", unit: PLAIN, bare: true, zero: expr.value.isZero() };
    case "unit":
      return { is: "number", unit: expr.unit };
    case "name": {
      const meaning = meaningOf(expr.name, place);
      if (meaning.kind === "unit") return { is: "number", unit: meaning.unit };
      if (meaning.kind === "table") throw new ExpressionError(`"${expr.name}" is a table — count(${expr.name}), or ${expr.name}.column for a list`);
      return meaning.kind === "list" ? { is: "list", of: kindOfCell(meaning.cell) } : kindOfCell(meaning.cell);
    }
    case "member": {
      const meaning = memberMeaning(expr.of, expr.name, place);
      if (meaning.kind === "column") return kindOfCell(meaning.cell);
      return meaning.kind === "list" ? { is: "list", of: kindOfCell(meaning.cell) } : COUNT;
    }
    case "operator":
      return inferOperator(expr, place);
    case "choose":
      condition(infer(expr.condition, place));
      return either(infer(expr.then, place), infer(expr.otherwise, place));
    case "call": {
      const [first] = expr.args;
      const table = first?.kind === "name" ? tableNamed(place.definition, first.name) : null;
      return inferCall(expr.fn, {
        kind: (at) => infer(expr.args[at]!, place),
        kinds: () => expr.args.map((arg) => infer(arg, place)),
        inner: (at) => inferText(textOf(expr.args[at]), within(place, table!)),
        column: (at, own) => kindOfCell(columnOf(own ? place.rows[0]! : table!, textOf(expr.args[at])).cell),
        own: place.rows[0] ?? null,
      });
    }
  }
}

/** What functions ask about their arguments. */
export interface Arguments {
  kind(at: number): Kind;
  kinds(): Kind[];
  /** Of an expression in quotes, in the rows of the table that comes first. */
  inner(at: number): Kind;
  /** Of a column in quotes: of the own row's table, or of the table that comes first. */
  column(at: number, own: boolean): Kind;
  own: NamedTable | null;
}

function textOf(expr: Expr | undefined): string {
  return expr?.kind === "constant" && typeof expr.value === "string" ? expr.value : "";
}

/** A condition is true or false (or nothing). */
export function condition(kind: Kind): void {
  if (kind.is !== "flag" && kind.is !== "nothing") throw new ExpressionError(`is ${kindText(kind)} where true or false is needed — compare it with something`);
}

function inferOperator(expr: Extract<Expr, { kind: "operator" }>, place: Place): Kind {
  const kinds = expr.args.map((arg) => infer(arg, place));
  const [a = COUNT, b = COUNT] = kinds;
  const sign = `the operator ${expr.symbol}`;
  switch (expr.operator) {
    case "and":
    case "or":
    case "not":
      kinds.forEach(condition);
      return FLAG;
    case "equal":
    case "unequal":
      checkEqual(a, b);
      return FLAG;
    case "smaller":
    case "smallerEq":
    case "larger":
    case "largerEq":
      if (!(isDate(a) && isDate(b))) together(numeric(a, sign), numeric(b, sign), true, "compares");
      return FLAG;
    case "add":
    case "subtract":
      return together(numeric(a, sign), numeric(b, sign), false, expr.operator === "add" ? "adds" : "subtracts");
    case "multiply":
    case "divide":
      return product(numeric(a, sign), numeric(b, sign), expr.operator === "multiply" ? 1 : -1);
    case "pow": {
      const [base, exponent] = [numeric(a, sign), numeric(b, sign)];
      if (exponent.unit !== PLAIN || base.unit !== PLAIN) throw new ExpressionError(`raises ${kindText(base)} to ${kindText(exponent)} — both must be plain numbers`);
      return { is: "number", unit: PLAIN };
    }
    case "unaryMinus":
    case "unaryPlus":
      return numeric(a, sign);
  }
}

/** A number; nothing counts as one. */
export function numeric(kind: Kind, doing: string): Extract<Kind, { is: "number" }> {
  if (kind.is === "number") return kind;
  if (kind.is === "nothing") return { is: "number", unit: PLAIN, bare: true, zero: true };
  throw new ExpressionError(`${doing} takes numbers, not ${kindText(kind)}${kind.is === "list" ? " — sum() or another function makes one number of a list" : ""}`);
}

function product(a: { unit: Unit | null; bare?: boolean; zero?: boolean }, b: { unit: Unit | null; bare?: boolean; zero?: boolean }, power: 1 | -1): Kind {
  if (a.unit === null || b.unit === null) return { is: "number", unit: null };
  const result = combineUnits(a.unit, b.unit, power);
  if (result === null) throw new ExpressionError(`makes ${a.unit.key} ${power === 1 ? "times" : "by"} ${b.unit.key} — that is no unit any more`);
  return { is: "number", unit: result.unit, bare: a.bare === true && b.bare === true };
}
